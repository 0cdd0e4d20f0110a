import { z } from 'zod'
import { AppError, subTablesOf, type Issue, type ObjectInfo, type SubTable } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import { applyChange } from './apply-change.ts'
import type { Operation } from './change.ts'
import { checkValues } from './check-values.ts'

const valuesSchema = z.record(z.string(), z.unknown())

/** A row to add, to change, or to take out. A row that is not named stays as it is. */
const rowSchema = z.union([
  z.strictObject({ values: valuesSchema }),
  z.strictObject({ id: z.uuid(), rev: z.int().optional(), values: valuesSchema }),
  z.strictObject({ id: z.uuid(), rev: z.int().optional(), remove: z.literal(true) }),
])
type RowToSave = z.infer<typeof rowSchema>

/** Twice what a record may have: all of it taken out and as much put in. */
const MOST_ROWS = 1_000

/** What is to become of a record's rows, by the field that stands for them: `{ lines: [{ values: { product: '探头', quantity: 2 } }] }`. */
export const rowsSchema = z.record(
  z.string().max(60),
  z
    .array(rowSchema)
    .max(MOST_ROWS)
    .refine((rows) => {
      const ids = rows.flatMap((row) => ('id' in row ? [row.id] : []))
      return new Set(ids).size === ids.length
    }, 'each row once'),
)
export type RowsToSave = z.infer<typeof rowsSchema>

interface Parent {
  id: string
  /** It was made in this transaction, by who saves the rows. */
  isNew: boolean
}

/**
 * Writes rows of a record's sub-tables in the transaction that writes the record, each table as one change through `applyChange`.
 * What is wrong is told by row and column: `rows.lines.2.price`. Throws `row-gone` when a row is not in this record any more,
 * `rev-conflict` when somebody else changed the same cell since, with the row in `details.row`, and `too-many-rows`.
 */
export const saveRows = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  parent: Parent,
  rows: RowsToSave,
): Promise<void> => {
  for (const { name, part, list } of tablesOf(context, info, rows)) {
    await requireHere(tx, part, { name, parent, list })
    const operations = list.map((row) => operationOf(row, part, parent.id))
    const change = { object: part.name, operations, merges: true, newParents: new Set(parent.isNew ? [parent.id] : []) }
    try {
      await applyChange(context, tx, change)
    } catch (error) {
      throw error instanceof AppError ? atRows(error, name, list) : error
    }
  }
}

const issuesOfRows = (context: Context, info: ObjectInfo, parentId: string, rows: RowsToSave): Issue[] =>
  tablesOf(context, info, rows).flatMap(({ name, part, list }) => {
    const operations = list.map((row) => operationOf(row, part, parentId))
    return issuesOf(
      () => checkValues(context, part, operations),
      (error) => atRows(error, name, list),
    )
  })

/**
 * Refuses what cannot be saved whatever the database holds: what is wrong with the record's values and with those of its rows,
 * all at once.
 */
export const requireGoodValues = (
  context: Context,
  info: ObjectInfo,
  operation: Operation & { action: 'create' | 'update' },
  rows: RowsToSave,
): void => {
  const id = operation.id ?? newId(context.now)
  const issues = [...issuesOf(() => checkValues(context, info, [operation])), ...issuesOfRows(context, info, id, rows)]
  if (issues.length > 0) throw new AppError('invalid-values', { issues })
}

const issuesOf = (check: () => unknown, named: (error: AppError) => AppError = (error) => error): Issue[] => {
  try {
    check()
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid-values') return named(error).issues
    throw error
  }
}

interface Table {
  name: string
  part: SubTable
  list: RowToSave[]
}

/** A field that stands for no rows, does not exist or may not be known is one answer. */
const tablesOf = (context: Context, info: ObjectInfo, rows: RowsToSave): Table[] => {
  const parts = new Map(subTablesOf(info).map((part) => [part.partOf.field.name, part]))
  return Object.entries(rows)
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => {
      const part = parts.get(name)
      if (!part || !context.access.object(part))
        throw new AppError('invalid-values', {
          issues: [{ path: `rows.${name}`, code: 'unknown-field', params: { field: name } }],
        })
      return { name, part, list }
    })
}

const operationOf = (row: RowToSave, { partOf }: SubTable, parentId: string): Operation => {
  if (!('id' in row)) return { action: 'create', values: { ...row.values, [partOf.relation.name]: parentId } }
  const at = { id: row.id, ...(row.rev === undefined ? {} : { rev: row.rev }) }
  return 'remove' in row ? { action: 'delete', ...at } : { action: 'update', ...at, values: row.values }
}

/** Rows of another record are not changed by way of this one, and rows that are gone are named. */
const requireHere = async (
  tx: Transaction,
  { table, partOf }: SubTable,
  { name, parent, list }: { name: string; parent: Parent; list: readonly RowToSave[] },
): Promise<void> => {
  const ids = list.flatMap((row) => ('id' in row ? [row.id] : []))
  if (ids.length === 0) return
  const found = await tx.query<{ id: string }>(
    `SELECT id FROM w.${table} WHERE id = ANY($1::uuid[]) AND ${partOf.relation.column} = $2 AND deleted_at IS NULL`,
    [ids, parent.id],
  )
  const here = new Set(found.map(({ id }) => id))
  const issues = list.flatMap((row, index) =>
    'id' in row && !here.has(row.id) ? [{ path: `rows.${name}.${index}`, code: 'row-gone' }] : [],
  )
  if (issues.length > 0) throw new AppError('row-gone', { issues })
}

/** The same complaint, by row: a batch of one names only the field. */
const atRows = (error: AppError, name: string, list: readonly RowToSave[]): AppError => {
  const prefix = list.length === 1 ? `rows.${name}.0` : `rows.${name}`
  const row = list.findIndex((one) => 'id' in one && one.id === error.details['id'])
  return new AppError(error.code, {
    details: { ...error.details, ...(row < 0 ? {} : { row: `rows.${name}.${row}` }) },
    issues: error.issues.map((issue) => ({ ...issue, path: `${prefix}.${issue.path}` })),
  })
}
