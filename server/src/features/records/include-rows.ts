import { AppError, subTablesOf, type CrmRecord, type ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { findRecords } from './find-records.ts'

/** As many rows as one answer may hold, over all its records. */
const MOST_ROWS = 10_000

/**
 * Records with the rows of their sub-tables, each list in its order: one query for each sub-table, however many records. What may
 * not be read is refused like a field that does not exist; a page whose records may have more rows than one answer holds, too.
 *
 * @example await includeRows(context, info, page.records, ['lines']) // records[0].rows.lines[0].values.product
 */
export const includeRows = async (
  context: Context,
  info: ObjectInfo,
  records: readonly CrmRecord[],
  names: readonly string[],
): Promise<{ records: CrmRecord[]; refs: Record<string, string> }> => {
  let withRows = [...records]
  const refs: Record<string, string> = {}
  for (const name of names) {
    const part = subTablesOf(info).find(({ partOf }) => partOf.field.name === name)
    if (!part || (context.access.object(part)?.read.length ?? 0) === 0)
      throw new AppError('unknown-field', { details: { field: name } })
    const { relation, position } = part.partOf
    const rows = await findRows(context, part.name, { relation: relation.name, position: position.name }, records)
    Object.assign(refs, rows.refs)
    const byParent = Map.groupBy(rows.records, ({ values }) => values[relation.name])
    withRows = withRows.map((record) => ({ ...record, rows: { ...record.rows, [name]: byParent.get(record.id) ?? [] } }))
  }
  return { records: withRows, refs }
}

const findRows = async (
  context: Context,
  object: string,
  { relation, position }: { relation: string; position: string },
  parents: readonly CrmRecord[],
): Promise<{ records: CrmRecord[]; refs: Record<string, string> }> => {
  if (parents.length === 0) return { records: [], refs: {} }
  const where = { call: 'isOneOf', args: [{ field: relation }, { value: parents.map(({ id }) => id) }] }
  const found: CrmRecord[] = []
  const refs: Record<string, string> = {}
  let after: string | undefined
  do {
    const sort = [{ field: position }, { field: 'createdAt' }]
    const page = await findRecords(context, { object, where, sort, limit: 1_000, ...(after ? { after } : {}) })
    found.push(...page.records)
    Object.assign(refs, page.refs)
    after = page.next
    if (found.length > MOST_ROWS) throw new AppError('too-large', { details: { limit: `${MOST_ROWS} 行` } })
  } while (after !== undefined)
  return { records: found, refs }
}

/** Of the names asked for, those that stand for rows, and the others. */
export const splitIncluded = (
  info: ObjectInfo | undefined,
  names: readonly string[],
): { rows: string[]; relations: string[] } => {
  const isRows = (name: string): boolean => info?.fields.get(name)?.parts !== undefined
  return { rows: names.filter(isRows), relations: names.filter((name) => !isRows(name)) }
}
