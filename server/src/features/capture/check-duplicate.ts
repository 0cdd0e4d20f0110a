import { cleanValues, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import { countTyped } from '../records/count-guesses.ts'
import { findRecords } from '../records/find-records.ts'
import { claimsOf, holdersOf } from '../records/identity-queries.ts'
import { openForWriting } from '../records/require-rights.ts'
import type { Context } from '../workspace/workspace.ts'

export interface DuplicateMatch {
  field: string
  exists: true
  /** Whether this person may open it. If not, only who looks after it is told, by department. */
  visible: boolean
  recordId?: string
  title?: string
  ownerHint: string
}

/**
 * Warns while typing, also of customers one may not see (撞单): that there is one and which team follows it up, nothing
 * else. Whole normalised numbers only, so that nobody can probe by pieces.
 */
export const checkDuplicate = async (
  context: Context,
  object: string,
  raw: Record<string, unknown>,
): Promise<{ matches: DuplicateMatch[] }> => {
  const info = openForWriting(context, object)
  const identifying = info.definition.fields.filter((field) => field.identifies)
  const { values } = cleanValues(Object.fromEntries(identifying.map((field) => [field.name, raw[field.name]])), identifying, {
    fieldTypes: fieldTypeRegistry,
    mode: 'update',
  })
  await countTyped(context, identifying, values)
  const holders = await holdersOf(context.workspace.db, object, claimsOf(info, values, ''))
  const byKind = new Map(holders.map((holder) => [holder.kind, holder.recordId]))
  const matches = await Promise.all(
    identifying.flatMap((field) => {
      const recordId = values[field.name] ? byKind.get(field.type) : undefined
      return recordId === undefined ? [] : [describe(context, info, field.name, recordId)]
    }),
  )
  return { matches: matches.filter((match) => match !== null) }
}

const describe = async (context: Context, info: ObjectInfo, field: string, recordId: string): Promise<DuplicateMatch> => {
  const title = info.definition.titleField
  const key = info.fields.get(field)
  // Someone for whom the number is masked must not confirm a guessed one against a record they see.
  const mayKnow = key !== undefined && ['read', 'write'].includes(context.access.object(info)?.right(key) ?? 'none')
  const page = !mayKnow
    ? null
    : await findRecords(context, {
        object: info.name,
        select: [title, 'owner'],
        where: { call: 'equals', args: [{ field: 'id' }, { value: recordId }] },
        limit: 1,
      }).catch(() => null)
  const record = page?.records[0]
  const { users } = context.workspace.directory.current
  if (record) {
    const owner = users.get(String(record.values['owner'] ?? ''))?.name
    return {
      field,
      exists: true,
      visible: true,
      recordId,
      title: String(record.values[title] ?? ''),
      ownerHint: owner ? `已由 ${owner} 跟进` : '在待分配队列',
    }
  }
  const [row] = await context.workspace.db.query<{ owner_id: string | null }>(
    `SELECT owner_id FROM w.${info.table} WHERE id = $1 AND deleted_at IS NULL`,
    [recordId],
  )
  const department = context.workspace.directory.current.departments.get(
    users.get(row?.owner_id ?? '')?.departmentId ?? '',
  )?.name
  return {
    field,
    exists: true,
    visible: false,
    ownerHint: department ? `已由${department}跟进，可申请协作` : '已在系统中，可联系主管',
  }
}
