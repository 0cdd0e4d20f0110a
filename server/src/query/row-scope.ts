import { must, type Access, type ObjectInfo, type RowScope } from '@jieli/core'
import type { Bindings } from './bindings.ts'

/** What compiling a condition on one table needs: the rest of the query compiler, handed in to keep arrows one way. */
export type CompileOn = (where: Exclude<RowScope, string>['where'], info: ObjectInfo, alias: string) => string

/**
 * Row scopes as SQL on one table: the rows any of them lets through. No scope, no row. Written with bare columns, so that
 * the indexes on owner and department serve them.
 */
export const rowScopeSql = (
  scopes: readonly RowScope[],
  info: ObjectInfo,
  alias: string,
  access: Access,
  bindings: Bindings,
  compileOn: CompileOn,
): string => {
  if (scopes.includes('all')) return 'TRUE'
  const alternatives = scopes.map((scope) => oneScope(scope, info, alias, access, bindings, compileOn))
  return alternatives.length === 0 ? 'FALSE' : `(${alternatives.join(' OR ')})`
}

const oneScope = (
  scope: RowScope,
  info: ObjectInfo,
  alias: string,
  access: Access,
  bindings: Bindings,
  compileOn: CompileOn,
): string => {
  if (typeof scope !== 'string') return `(${compileOn(scope.where, info, alias)})`
  const own = access.userId === null ? 'FALSE' : `${alias}.owner_id = ${bindings.bindAs(access.userId, 'uuid')}`
  if (scope === 'own') return own
  if (access.departmentPath === null) return scope === 'none' ? 'FALSE' : own
  const path = must(access.departmentPath)
  if (scope === 'department') return `(${alias}.dept_path = ${bindings.bindAs(path, 'text')} OR ${own})`
  // A half-open range instead of LIKE: it uses a plain index whatever the database's collation is.
  if (scope === 'departments-below') {
    const from = bindings.bindAs(path, 'text')
    const to = bindings.bindAs(`${path.slice(0, -1)}0`, 'text')
    return `((${alias}.dept_path COLLATE "C" >= ${from} AND ${alias}.dept_path COLLATE "C" < ${to}) OR ${own})`
  }
  return scope === 'all' ? 'TRUE' : 'FALSE'
}
