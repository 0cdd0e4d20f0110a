import { must } from '@jieli/core'
import { getRecord } from '../records/find-records.ts'
import { ScopeColumns } from '../records/scope-columns.ts'
import type { Context } from '../workspace/workspace.ts'
import { ownRows, type SharedRecord } from './share-record.ts'

export interface RecordShare {
  /** What ends it: a person's id or a department's path. */
  grantee: string
  kind: 'user' | 'department'
  name: string
  mayEdit: boolean
  until: string | null
  by: string | null
  at: string
}

interface Row {
  grantee: string
  mayEdit: boolean
  until: string | null
  by: string | null
  at: string
}

/** With whom a record is shared just now, for everybody who sees the record, and whether the reader may share it. */
export const findShares = async (
  context: Context,
  { object, id }: SharedRecord,
): Promise<{ shares: RecordShare[]; mayShare: boolean }> => {
  await getRecord(context, object, id)
  const { db, directory, config } = context.workspace
  const info = must(config.current.objects.get(object))
  const columns = new ScopeColumns(context, info)
  const isOwn = columns.add(ownRows(context.access.object(info)?.update ?? []))
  const [rows, [row]] = await Promise.all([
    db.query<Row>(
      `SELECT grantee, may_edit AS "mayEdit", until, created_by AS by, created_at AS at FROM w.record_share
       WHERE record_id = $1 AND object = $2 AND (until IS NULL OR until > $3) ORDER BY created_at, grantee`,
      [id, object, context.now],
    ),
    db.query(`SELECT ${columns.sql} FROM w.${info.table} t WHERE t.id = ANY($1::uuid[])`, [[id], ...columns.params]),
  ])
  const { users, departments } = directory.current
  const byPath = new Map([...departments.values()].map((department) => [department.path, department.name]))
  const shares = rows.map((share): RecordShare => {
    const isDepartment = share.grantee.startsWith('/')
    const name = isDepartment ? byPath.get(share.grantee) : users.get(share.grantee)?.name
    return { ...share, kind: isDepartment ? 'department' : 'user', name: name ?? '' }
  })
  return { shares, mayShare: row !== undefined && isOwn(row) }
}
