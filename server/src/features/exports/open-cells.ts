import type { ExportColumn } from './export-columns.ts'

/** What the file's format makes of a text. */
export type Encode = (text: string) => string

type Titles = ReadonlyMap<string, string>

/** So many values of a column are remembered as they are written: options, campuses, names, days; never all of a long file. */
const MOST_REMEMBERED = 4_000

/**
 * Writes rows of an export cell by cell. Nearly every value of a list stands in it many times, and formatting one and making
 * it safe for spreadsheets costs twenty times as much as remembering how that came out.
 */
export const openCells = (columns: readonly ExportColumn[], encode: Encode): ((row: unknown[], titles: Titles) => string[]) => {
  const writers = columns.map((column) => openCell(column, encode))
  return (row, titles) => writers.map((write) => write(row, titles))
}

const openCell = ({ place, write }: ExportColumn, encode: Encode): ((row: unknown[], titles: Titles) => string) => {
  const { at, readableAt } = place
  const known = new Map<string, string>()
  const empty = encode('')
  return (row, titles) => {
    const raw = row[at] ?? null
    if (raw === null) return empty
    if (readableAt !== undefined && row[readableAt] !== true) return encode(write(raw, false, titles))
    if (typeof raw !== 'string') return encode(write(raw, true, titles))
    const before = known.get(raw)
    if (before !== undefined) return before
    const made = encode(write(raw, true, titles))
    if (known.size < MOST_REMEMBERED) known.set(raw, made)
    return made
  }
}
