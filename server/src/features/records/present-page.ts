import { type AuthorisedRecordQuery, type CrmRecord, type ResolvedField, type Value } from '@jieli/core'
import type { Row } from '../../database/database.ts'
import { COUNT_CAP } from '../../query/compile-record-query.ts'
import { writeCursor } from '../../query/cursor.ts'
import { coverOf } from './cover-of.ts'
import { valueFromRow } from './record-queries.ts'

export interface PagePart {
  records: CrmRecord[]
  /** Cursor of the page after this one (`after`), when there is one. */
  next?: string
  /** Cursor of the page before (`before`), when there is one. */
  previous?: string
}

/** The rows of a page statement, which reads one row more than asked, as records in the list's order. */
export const presentPage = (authorised: AuthorisedRecordQuery, rows: readonly Row[]): PagePart => {
  const { limit, after, before } = authorised.query
  const hasMore = rows.length > limit
  const shown = before === undefined ? rows.slice(0, limit) : rows.slice(0, limit).toReversed()
  const [first, last] = [shown[0], shown.at(-1)]
  const cells = cellsOf(authorised)
  const hasNext = before === undefined ? hasMore : true
  const hasPrevious = before === undefined ? after !== undefined : hasMore
  return {
    records: shown.map((row) => presentRow(cells, row)),
    ...(last && hasNext ? { next: cursorAt(last) } : {}),
    ...(first && hasPrevious ? { previous: cursorAt(first) } : {}),
  }
}

/** A count as it is shown: `{ value: 1000, capped: true }` is 「1,000+」. */
export const presentCount = (count: number, isExact: boolean): { value: number; capped: boolean } =>
  isExact ? { value: count, capped: false } : { value: Math.min(count, COUNT_CAP), capped: count > COUNT_CAP }

const cursorAt = (row: Row): string =>
  writeCursor({
    id: String(row['id']),
    values: Object.keys(row)
      .filter((name) => /^k\d+$/.test(name))
      .map((name) => row[name] as Value),
  })

/** How one field of every row is read: where it stands in the row, and how this reader may have it. */
interface Cell {
  path: string
  present(row: Row): Value
}

const cellsOf = ({ select }: AuthorisedRecordQuery): Cell[] =>
  select.map((resolved, index) => {
    const [value, readable] = [`c${index}`, `r${index}`]
    const isCovered = resolved.masked || resolved.covered
    return {
      path: resolved.path,
      present: (row) => presentValue(resolved, row[value], isCovered || row[readable] === false),
    }
  })

const presentRow = (cells: readonly Cell[], row: Row): CrmRecord => {
  const values: Record<string, Value> = {}
  for (const { path, present } of cells) values[path] = present(row)
  return { id: String(row['id']), rev: Number(row['rev']), values }
}

/** The value as this reader may have it: masked where the right says so, covered until it is asked for. */
const presentValue = ({ field }: ResolvedField, raw: unknown, isCovered: boolean): Value => {
  const value = valueFromRow(field, raw)
  if (value === null || !isCovered) return value
  return coverOf(field, value)
}
