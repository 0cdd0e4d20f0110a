import { ancestorsOf, type Access, type ObjectInfo, type RowScope } from '@jieli/core'
import type { Bindings } from './bindings.ts'

type ConditionScope = Extract<RowScope, { where: unknown }>

/** One table in a statement, and what compiling scopes over it needs of the rest of the query compiler. */
export interface ScopedTable {
  info: ObjectInfo
  alias: string
  access: Access
  bindings: Bindings
  /** SQL of the moment the query is reckoned at: shares end. Asked only when a share is compiled. */
  now(): string
  /** SQL of a condition on this table. */
  condition(where: ConditionScope['where']): string
  /** SQL of whether the record that a row of this sub-table is part of is in any of these scopes. */
  ofParent(scopes: readonly RowScope[]): string
}

/**
 * Row scopes as SQL on one table: the rows any of them lets through. No scope, no row. Written with bare columns, so that
 * the indexes on owner, department and id serve them.
 */
export const rowScopeSql = (scopes: readonly RowScope[], table: ScopedTable): string => {
  if (scopes.includes('all')) return 'TRUE'
  const reached = table.access.maySeeShared(table.info.name) ? scopes : withoutShares(scopes)
  // A share to edit is a share to read: both in one list say the same as the wider one.
  const told = reached.includes('shared') ? reached.filter((scope) => scope !== 'shared-edit') : reached
  // All that is asked of the record that a row is part of is asked in one sub-select.
  const ofParent = told.flatMap((scope) => (isOfParent(scope) ? [scope.parent] : []))
  const alternatives = [
    ...told.flatMap((scope) => (isOfParent(scope) ? [] : [oneScope(scope, table)])),
    ...(ofParent.length > 0 ? [table.ofParent(ofParent)] : []),
  ]
  return alternatives.length === 0 ? 'FALSE' : `(${alternatives.join(' OR ')})`
}

export const withoutShares = (scopes: readonly RowScope[]): RowScope[] =>
  scopes.filter((scope) => scope !== 'shared' && scope !== 'shared-edit')

/**
 * The scopes of a reader as parts that each have an index of their own: what they see by right, and what they see only
 * because it was shared with them. One part where no share reaches them, or where they see nothing else, or all.
 */
export const scopeParts = (scopes: readonly RowScope[], access: Access, object: string): RowScope[][] => {
  const own = withoutShares(scopes)
  const shared = scopes.filter((scope) => !own.includes(scope))
  const isOne = own.length === 0 || shared.length === 0 || own.includes('all') || !access.maySeeShared(object)
  return isOne ? [[...scopes]] : [own, shared]
}

const isOfParent = (scope: RowScope): scope is Extract<RowScope, { parent: unknown }> =>
  typeof scope !== 'string' && 'parent' in scope

const oneScope = (scope: Exclude<RowScope, { parent: unknown }>, table: ScopedTable): string => {
  if (typeof scope !== 'string') return `(${table.condition(scope.where)})`
  const { alias, access, bindings } = table
  // Bound when it is used: PostgreSQL refuses parameters that no text names.
  const own = (): string => (access.userId === null ? 'FALSE' : `${alias}.owner_id = ${bindings.bindAs(access.userId, 'uuid')}`)
  switch (scope) {
    case 'all':
      return 'TRUE'
    case 'none':
      return 'FALSE'
    case 'own':
      return own()
    case 'shared':
    case 'shared-edit':
      return sharedSql(scope, table)
    case 'department':
      return access.departmentPath === null
        ? own()
        : `(${alias}.dept_path = ${bindings.bindAs(access.departmentPath, 'text')} OR ${own()})`
    case 'departments-below':
      return access.departmentPath === null ? own() : `(${belowSql(access.departmentPath, table)} OR ${own()})`
  }
}

/** A half-open range instead of LIKE: it uses a plain index whatever the database's collation is. */
const belowSql = (path: string, { alias, bindings }: ScopedTable): string => {
  const from = bindings.bindAs(path, 'text')
  const to = bindings.bindAs(`${path.slice(0, -1)}0`, 'text')
  return `(${alias}.dept_path COLLATE "C" >= ${from} AND ${alias}.dept_path COLLATE "C" < ${to})`
}

/**
 * Rows shared with the person, or with a department the person belongs to. The ids are read once for the statement and not
 * once for each row, so that 「own or shared」 stays the union of two index scans; an EXISTS beside an OR would read the
 * whole table.
 */
const sharedSql = (scope: 'shared' | 'shared-edit', { info, alias, access, bindings, now }: ScopedTable): string => {
  if (access.userId === null) return 'FALSE'
  const mine = bindings.bindAs([access.userId, ...ancestorsOf(access.departmentPath)], 'text[]')
  const edit = scope === 'shared-edit' ? ' AND s.may_edit' : ''
  return `${alias}.id = ANY(ARRAY(SELECT s.record_id FROM w.record_share s WHERE s.grantee = ANY(${mine}) AND s.object = ${bindings.bindAs(info.name, 'text')}${edit} AND (s.until IS NULL OR s.until > ${now()})))`
}
