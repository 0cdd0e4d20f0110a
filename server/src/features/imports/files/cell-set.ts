import { fileLimits } from './file-limits.ts'

/** Cells of a sheet; rows and columns count from 0. */
export interface CellSet {
  add(row: number, column: number): void
  has(row: number, column: number): boolean
}

/** No sheet has more rows. */
const MOST_ROWS = 1_048_576

/** One bit for each cell, up to the last one of its column: even of a sheet that is full to its limits no more than 26 MB. */
export const makeCellSet = (): CellSet => {
  const columns: Uint8Array[] = []
  return {
    add: (row, column) => {
      if (row >= MOST_ROWS || column > fileLimits.columns) return
      const bits = withRoom(columns[column], row)
      bits[row >> 3] = (bits[row >> 3] ?? 0) | (1 << (row & 7))
      columns[column] = bits
    },
    has: (row, column) => (((columns[column]?.[row >> 3] ?? 0) >> (row & 7)) & 1) === 1,
  }
}

const withRoom = (bits: Uint8Array | undefined, row: number): Uint8Array => {
  if (bits && row >> 3 < bits.length) return bits
  const wider = new Uint8Array(Math.min(Math.max((row >> 3) + 1, 2 * (bits?.length ?? 128)), MOST_ROWS >> 3))
  wider.set(bits ?? [])
  return wider
}
