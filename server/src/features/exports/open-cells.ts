import { csvCell } from './csv-line.ts'
import type { ExportColumn } from './export-columns.ts'

/** What the file's format makes of a text. */
type Encode = (text: string) => string

type Titles = ReadonlyMap<string, string>

/** Writes one row of an export. */
export type WriteRow<Written> = (row: unknown[], titles: Titles) => Written

/** So many values of a column are remembered as they are written: options, campuses, names, days; never all of a long file. */
const MOST_REMEMBERED = 4_000

/**
 * Rows as the texts of their cells. Nearly every value of a list stands in it many times, and formatting one and making it safe
 * for spreadsheets costs twenty times as much as remembering how that came out.
 */
export const openCells = (columns: readonly ExportColumn[]): WriteRow<string[]> => {
  const writers = columns.map((column) => openCell(column, (text) => text))
  return (row, titles) => writers.map((write) => write(row, titles))
}

/** Rows as lines of a CSV file, put together at once: a list of a million cells is never made. */
export const openLines = (columns: readonly ExportColumn[]): WriteRow<string> => {
  const [first, ...others] = columns.map((column) => openCell(column, csvCell))
  return (row, titles) => {
    let line = first?.(row, titles) ?? ''
    for (const write of others) line += `,${write(row, titles)}`
    return `${line}\r\n`
  }
}

const openCell = ({ place, write }: ExportColumn, encode: Encode): WriteRow<string> => {
  const { at, readableAt } = place
  const known = new Map<string, string>()
  const empty = encode('')
  let [found, missed] = [0, 0]
  return (row, titles) => {
    const raw = row[at] ?? null
    if (raw === null) return empty
    if (readableAt !== undefined && row[readableAt] !== true) return encode(write(raw, false, titles))
    // Of a column where nothing stands twice (numbers, notes) looking for what is known costs more than it gives.
    if (typeof raw !== 'string' || (missed > MOST_REMEMBERED && missed > found)) return encode(write(raw, true, titles))
    const before = known.get(raw)
    if (before !== undefined) {
      found++
      return before
    }
    missed++
    const made = encode(write(raw, true, titles))
    if (known.size < MOST_REMEMBERED) known.set(raw, made)
    return made
  }
}
