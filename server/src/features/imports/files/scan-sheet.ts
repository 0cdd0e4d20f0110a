import type { Archive } from './inspect-archive.ts'

/** A block of merged cells; rows and columns count from 0. Only its first cell holds the value. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** Merges beyond this many are decoration, not data. */
const MOST_MERGES = 50_000

/**
 * What stands in a sheet outside of its cells: merged blocks are listed after the last row, so they must be known before the
 * rows are read. The part passes through once, a piece at a time.
 */
export const scanSheet = async (archive: Archive, part: string): Promise<{ merges: Merge[]; hiddenRows: number }> => {
  const merges: Merge[] = []
  let hiddenRows = 0
  let rest = ''
  for await (const piece of await archive.read(part)) {
    const text = rest + piece.toString('latin1')
    const end = text.lastIndexOf('<')
    const whole = text.slice(0, end === -1 ? 0 : end)
    hiddenRows += [...whole.matchAll(/<(?:\w+:)?row\s[^>]*\bhidden="(?:1|true)"/g)].length
    for (const [, from = '', to = ''] of whole.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]+\d+):([A-Z]+\d+)"/g)) {
      if (merges.length < MOST_MERGES) merges.push(mergeOf(from, to))
    }
    rest = text.slice(whole.length)
    if (rest.length > 100_000) rest = ''
  }
  return { merges, hiddenRows }
}

const placeOf = (reference: string): { row: number; column: number } => {
  const [, letters = 'A', digits = '1'] = /^([A-Z]+)(\d+)$/.exec(reference) ?? []
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}

const mergeOf = (from: string, to: string): Merge => {
  const start = placeOf(from)
  const end = placeOf(to)
  return { top: start.row, left: start.column, bottom: end.row, right: end.column }
}
