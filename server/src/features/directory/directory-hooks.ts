import type { Transaction } from '../../database/database.ts'
import type { Operation } from '../records/change.ts'
import type { RecordHook } from '../records/record-hook.ts'
import type { Context } from '../workspace/workspace.ts'
import { nextVersion } from '../config/change-config.ts'

/** Whoever works here or is away changed: every process reads the directory anew before the next request sees it. */
const refreshDirectory = async (context: Context, tx: Transaction): Promise<void> => {
  const version = await nextVersion(tx)
  tx.afterCommit(() => context.workspace.commits.publish({ objects: [], noticed: [], metaVersion: version }))
}

/** Gives a new department its place in the tree: its parent's path and a code of its own. */
const placeDepartments = async (
  context: Context,
  tx: Transaction,
  operations: readonly Operation[],
): Promise<readonly Operation[]> => {
  const created = operations.filter((operation) => operation.action === 'create')
  if (created.length === 0) return operations
  const [row] = await tx.query<{ first: number }>(
    'UPDATE w.workspace SET next_number = next_number + $1 RETURNING next_number - $1 AS first',
    [created.length],
  )
  let code = row?.first ?? 1
  const placed = new Map<string, string>()
  return operations.map((operation) => {
    if (operation.action !== 'create') return operation
    const parent = typeof operation.values['parent'] === 'string' ? operation.values['parent'] : ''
    const path = `${placed.get(parent) ?? context.workspace.directory.current.departments.get(parent)?.path ?? '/'}${code++}/`
    if (operation.id) placed.set(operation.id, path)
    return { ...operation, departmentPath: path, values: { ...operation.values, path } }
  })
}

export const directoryHooks: readonly RecordHook[] = [
  { object: 'department', beforeWrite: placeDepartments, afterWrite: refreshDirectory },
  { object: 'user', afterWrite: refreshDirectory },
  { object: 'campus', afterWrite: refreshDirectory },
  { object: 'leave', afterWrite: refreshDirectory },
]
