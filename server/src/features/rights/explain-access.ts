import {
  accessOf,
  AppError,
  must,
  uniteRights,
  type FieldInfo,
  type FieldRight,
  type Label,
  type ObjectInfo,
  type RowScope,
} from '@jieli/core'
import { z } from 'zod'
import { getRecord, titlesOfObject } from '../records/find-records.ts'
import { rightsOnRecord } from '../records/rights-on-record.ts'
import { ScopeColumns } from '../records/scope-columns.ts'
import { findShares, type RecordShare } from '../shares/find-shares.ts'
import { requireManager } from '../users/require-manager.ts'
import type { Context } from '../workspace/workspace.ts'

export const explainAccessSchema = z.object({
  user: z.uuid(),
  object: z.string().max(60),
  record: z.uuid().optional(),
  field: z.string().max(60).optional(),
})
type Question = z.infer<typeof explainAccessSchema>

/** What one role says: its rows, whether they have this record among them, and its right on the field. */
export interface RoleFact {
  id: string
  label: Label
  read: { scope: RowScope; opens: boolean | null }
  update: { scope: RowScope; opens: boolean | null }
  right: FieldRight | null
}

/** Facts, not sentences: pages word them. `opens` is null where no record was asked about. */
export interface AccessExplanation {
  user: { id: string; name: string; active: boolean }
  record: { id: string; title: string } | null
  roles: RoleFact[]
  /** Shares of this record that reach the person. */
  shares: RecordShare[]
  verdict: { row: boolean | null; right: FieldRight | null; mayEdit: boolean | null }
}

/**
 * 权限透视: why a person sees a record or a field, or does not. Asked by whoever manages people, about records and fields that
 * the asker may see too: it explains rights, it opens nothing.
 */
export const explainAccess = async (context: Context, question: Question): Promise<AccessExplanation> => {
  requireManager(context)
  const { config, directory, db } = context.workspace
  const person = directory.current.users.get(question.user)
  const info = config.current.objects.get(question.object)
  const own = info && context.access.object(info)
  if (!person) throw new AppError('not-found')
  if (!info || !own || own.read.length === 0) throw new AppError('unknown-object', { details: { object: question.object } })
  const field = question.field === undefined ? null : info.fields.get(question.field)
  if (field === undefined || (field && own.best(field) === 'none'))
    throw new AppError('unknown-field', { details: { field: question.field ?? '' } })
  if (question.record) await getRecord(context, info.name, question.record)

  const roles = person.roleIds.flatMap((id) => config.current.item('role', id) ?? [])
  const access = accessOf({ userId: person.id, departmentPath: person.departmentPath, roles })
  const theirs: Context = { ...context, access }
  const columns = new ScopeColumns(theirs, info)
  const facts = roles.map((role) => {
    const rights = Object.hasOwn(role.objects, info.name) ? role.objects[info.name] : undefined
    const [read, update] = [rights?.read ?? 'none', rights?.update ?? 'none']
    const [isRead, isUpdate] = [columns.add(read === 'none' ? [] : [read]), columns.add(update === 'none' ? [] : [update])]
    const right = field && rights ? uniteRights([{ ...rights, read: 'all' }]).best(field) : field ? 'none' : null
    return { id: role.id, label: role.label, read, update, isRead, isUpdate, right }
  })
  const union = access.object(info)
  const [inSight, inHand] = [columns.add(union?.read ?? []), columns.add(union?.update ?? [])]
  const fieldInHand = field && columns.add(union?.rowsWith(field, 'write') ?? union?.update ?? [])
  const [row] = question.record
    ? await db.query(`SELECT ${columns.sql} FROM w.${info.table} t WHERE t.id = ANY($1::uuid[])`, [
        [question.record],
        ...columns.params,
      ])
    : []
  const isThere = row !== undefined
  const verdictRow = isThere ? inSight(row) : null
  return {
    user: { id: person.id, name: person.name, active: person.active },
    record: question.record
      ? { id: question.record, title: (await titlesOfObject(context, info.name, [question.record], db))[question.record] ?? '' }
      : null,
    roles: facts.map(({ id, label, read, update, isRead, isUpdate, right }) => ({
      id,
      label,
      read: { scope: read, opens: isThere ? isRead(row) : null },
      update: { scope: update, opens: isThere ? isUpdate(row) : null },
      right,
    })),
    shares: question.record ? await sharesThatReach(context, info, question.record, person) : [],
    verdict: {
      row: verdictRow,
      right: field ? await rightOf(theirs, info, { field, record: verdictRow === false ? null : question.record }) : null,
      mayEdit: isThere ? inHand(row) && (fieldInHand ? fieldInHand(row) && !must(field).readOnly : true) : null,
    },
  }
}

/** On the record when one was asked about, else the strongest on any row; nothing where the row is not seen. */
const rightOf = async (
  theirs: Context,
  info: ObjectInfo,
  { field, record }: { field: FieldInfo; record: string | null | undefined },
): Promise<FieldRight> => {
  if (record === null) return 'none'
  if (record === undefined) return theirs.access.object(info)?.best(field) ?? 'none'
  return (await rightsOnRecord(theirs, info, record))(field)
}

const sharesThatReach = async (
  context: Context,
  info: ObjectInfo,
  id: string,
  person: { id: string; departmentPath: string | null },
): Promise<RecordShare[]> => {
  const { shares } = await findShares(context, { object: info.name, id })
  return shares.filter(
    ({ grantee }) => grantee === person.id || (grantee.startsWith('/') && (person.departmentPath ?? '').startsWith(grantee)),
  )
}
