import { AppError, type ObjectInfo } from '@jieli/core'
import type { Queryable, Transaction } from '../../database/database.ts'
import type { Applied } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'
import { issuesOf } from './describe-clashes.ts'
import { findClashes, uniqueFieldsOf, type Contender } from './find-clashes.ts'

/**
 * Refuses a batch in which a value that may not repeat would, naming the field and, where the writer may know it, the record
 * that has it. Between this look and the write another may be faster: then the unique index refuses, the whole transaction is
 * tried again, and this look finds it (`Database.transaction`).
 */
export const requireUnique = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  applied: readonly Applied[],
): Promise<void> => {
  const names = uniqueFieldsOf(info).map(({ name }) => name)
  if (names.length === 0) return
  await requireFree(
    context,
    info,
    applied.map((one) => contenderOf(one, names)),
    tx,
  )
}

/** The same for records that are not planned yet: with the writer's own eyes, before the platform takes over for them. */
export const requireFree = async (
  context: Context,
  info: ObjectInfo,
  contenders: readonly Contender[],
  db: Queryable = context.workspace.db,
): Promise<void> => {
  const clashes = await findClashes(db, info, contenders)
  if (clashes.length === 0) return
  const issues = await issuesOf(context, db, info, clashes)
  throw new AppError('invalid-values', {
    issues: issues.map(({ index, issue }) => ({
      ...issue,
      path: contenders.length === 1 ? issue.path : `${index}.${issue.path}`,
    })),
  })
}

/** Of a change, the values that it brings: what a record held before it holds by right, unless it comes back from the bin. */
const contenderOf = ({ action, changed, before, after }: Applied, names: readonly string[]): Contender => ({
  id: after.id,
  values: Object.fromEntries(
    names
      .filter(() => changed && action !== 'delete')
      .filter((name) => action !== 'update' || (before?.values[name] ?? null) !== (after.values[name] ?? null))
      .map((name) => [name, after.values[name] ?? null]),
  ),
})
