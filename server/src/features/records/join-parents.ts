import { AppError, type Issue, type ObjectInfo, type PartOf } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Change, Operation, StoredRecord } from './change.ts'
import { readRecords } from './record-queries.ts'
import { ScopeColumns } from './scope-columns.ts'

interface Joining {
  operations: readonly Operation[]
  /** The rows as they are, locked. */
  current: ReadonlyMap<string, StoredRecord>
  newParents: Change['newParents']
}

/**
 * Rows of a sub-table come to their record: one that is there and that the writer may change, held until the transaction ends, so
 * that two who add the last rows do not both. They stand behind the rows there are unless they say where. A row that would go to
 * another record is refused. Two queries for the whole batch; none for objects that are no sub-table.
 */
export const joinParents = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  joining: Joining,
): Promise<readonly Operation[]> => {
  const { partOf } = info
  if (!partOf) return joining.operations
  refuseMoves(partOf, joining)
  const coming = joining.operations.map((operation) => parentOfComing(operation, partOf, joining.current))
  const wanted = [...new Set(coming.filter((id) => id !== null))]
  if (wanted.length === 0) return joining.operations
  const open = await holdParents(context, tx, info, partOf, { wanted, newParents: joining.newParents })
  refuse(joining, (index) =>
    coming[index] && !open.has(coming[index])
      ? { path: partOf.relation.name, code: 'no-such-record', params: { value: '' } }
      : undefined,
  )
  return placeRows(tx, info, partOf, { ...joining, coming, wanted })
}

const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** The record that a new row, or one that comes back, is to be part of. */
const parentOfComing = (operation: Operation, { relation }: PartOf, current: Joining['current']): string | null => {
  if (operation.action === 'create') return textOrNull(operation.values[relation.name])
  return operation.action === 'restore' ? textOrNull(current.get(operation.id)?.values[relation.name]) : null
}

const refuse = ({ operations }: Joining, issueAt: (index: number) => Issue | undefined): void => {
  const issues = operations.flatMap((_, index) => {
    const issue = issueAt(index)
    return issue ? [operations.length === 1 ? issue : { ...issue, path: `${index}.${issue.path}` }] : []
  })
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}

const refuseMoves = ({ relation: { name } }: PartOf, joining: Joining): void =>
  refuse(joining, (index) => {
    const operation = joining.operations[index]
    if (operation?.action === 'create' && operation.values[name] == null) return { path: name, code: 'required' }
    const isMoved =
      operation?.action === 'update' &&
      Object.hasOwn(operation.values, name) &&
      operation.values[name] !== joining.current.get(operation.id)?.values[name]
    return isMoved ? { path: name, code: 'part-stays' } : undefined
  })

/** Of the records wanted, those that are there and that this writer may add rows to. All of them stay as they are until commit. */
const holdParents = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { parent }: PartOf,
  { wanted, newParents }: { wanted: string[]; newParents: Change['newParents'] },
): Promise<Set<string>> => {
  const rights = context.access.object(info)
  const columns = new ScopeColumns(context, parent)
  const mayChange = columns.add(
    (rights?.update ?? []).map((scope) => (typeof scope === 'object' && 'parent' in scope ? scope.parent : scope)),
  )
  const rows = await readRecords(tx, parent, wanted.toSorted(), { lock: true, extra: columns.sql, params: columns.params })
  return new Set(rows.flatMap(({ id, extra }) => (mayChange(extra) || newParents?.has(id) ? [id] : [])))
}

/** Counts what there is, refuses what is too much, and gives new rows that name no place the next ones. */
const placeRows = async (
  tx: Transaction,
  info: ObjectInfo,
  { relation, position, field }: PartOf,
  { operations, current, coming, wanted }: Joining & { coming: (string | null)[]; wanted: string[] },
): Promise<readonly Operation[]> => {
  const known = await tx.query<{ parent: string; count: number; last: string | null }>(
    `SELECT ${relation.column} AS parent, count(*)::int AS count, max(${position.column}) AS last FROM w.${info.table}
     WHERE ${relation.column} = ANY($1::uuid[]) AND deleted_at IS NULL GROUP BY 1`,
    [wanted],
  )
  const counts = new Map(known.map(({ parent, count }) => [parent, count]))
  const lasts = new Map(known.map(({ parent, last }) => [parent, Math.floor(Number(last ?? 0))]))
  for (const operation of operations) {
    const left = operation.action === 'delete' && textOrNull(current.get(operation.id)?.values[relation.name])
    if (left) counts.set(left, (counts.get(left) ?? 0) - 1)
  }
  const placed = operations.map((operation, index) => {
    const parent = coming[index]
    if (!parent) return operation
    counts.set(parent, (counts.get(parent) ?? 0) + 1)
    if (operation.action !== 'create' || operation.values[position.name] != null) return operation
    const at = (lasts.get(parent) ?? 0) + 1
    lasts.set(parent, at)
    return { ...operation, values: { ...operation.values, [position.name]: at } }
  })
  const limit = field.parts?.max ?? 0
  if (wanted.some((parent) => (counts.get(parent) ?? 0) > limit))
    throw new AppError('too-many-rows', { details: { limit, field: field.label['zh-CN'] } })
  return placed
}
