import type { FieldRight, ObjectInfo, Role, RoleScope } from '@jieli/core'
import type { Context } from '../features/workspace/workspace.ts'

/** Objects whose rights vary, and whose hidden values are changed. */
export const leakObjects = ['lead', 'task', 'contact', 'campus'] as const
export type LeakObject = (typeof leakObjects)[number]

export interface LeakReader {
  login: string
  roles: Role[]
  /** A person at a screen: what of a sensitive value its cover hides is hidden, whatever the roles say. */
  covers: boolean
}

export interface PlainRow {
  id: string
  owner_id: string | null
  dept_path: string | null
  deleted_at: string | null
  [column: string]: unknown
}

/** Who a record is shared with just now: ids of people and paths of departments. */
export type Shares = ReadonlyMap<string, readonly string[]>

export const readShares = async (context: Context): Promise<Shares> => {
  const rows = await context.workspace.db.query<{ record_id: string; grantee: string }>(
    'SELECT record_id, grantee FROM w.record_share WHERE until IS NULL OR until > $1',
    [context.now],
  )
  return new Map([...Map.groupBy(rows, (row) => row.record_id)].map(([id, all]) => [id, all.map((row) => row.grantee)]))
}

const isShared = (row: PlainRow, shares: Shares, { access }: Context): boolean =>
  (shares.get(row.id) ?? []).some(
    (grantee) => grantee === access.userId || (access.departmentPath?.startsWith(grantee) ?? false),
  )

/** The rights anew, in plain words and without the engine: it may not vouch for itself. */
export interface Judge {
  object: LeakObject
  info: ObjectInfo
  reader: LeakReader
  context: Context
  shares: Shares
}

export const opens = (scope: RoleScope, row: PlainRow, { context, info, shares }: Judge): boolean => {
  const stageColumn = info.fields.get('stage')?.column
  const isOwn = row.owner_id === context.access.userId
  const path = context.access.departmentPath
  if (typeof scope !== 'string') return stageColumn !== undefined && row[stageColumn] === 'trial'
  if (scope === 'shared') return isShared(row, shares, context)
  if (scope === 'department') return isOwn || row.dept_path === path
  if (scope === 'departments-below') return isOwn || (path !== null && row.dept_path?.startsWith(path) === true)
  return scope === 'all' || (scope === 'own' && isOwn)
}

export const order: readonly FieldRight[] = ['none', 'mask', 'read', 'write']

/** Whoever opens any row of an object opens also those shared with its holder. */
export const opensForReading = (scope: RoleScope, row: PlainRow, judge: Judge): boolean =>
  scope !== 'none' && (opens(scope, row, judge) || isShared(row, judge.shares, judge.context))
