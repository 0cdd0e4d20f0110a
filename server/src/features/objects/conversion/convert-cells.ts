import type { Value } from '@jieli/core'
import type { Transaction } from '../../../database/database.ts'
import type { Cell } from './conversion-queries.ts'
import { keepLost, writeCells } from './conversion-queries.ts'
import type { Converter, Kept } from './open-converter.ts'

const isSame = (a: Value, b: Value): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What a chunk is converted with: `back` is there when a change is undone, and converts the other way. */
export interface ChunkWork {
  jobId: string
  table: string
  from: Kept
  to: Kept
  converter: Converter
  back?: Converter | undefined
}

/**
 * Converts a chunk of cells and writes them; gives how many had no value of the new type. When a change is undone, a cell that
 * nobody touched since gets back what it was, also where the way there had lost something.
 */
export const convertCells = async (tx: Transaction, work: ChunkWork, cells: readonly Cell[]): Promise<number> => {
  const converted = await work.converter.convert(cells.map(({ value }) => value))
  const there = work.back ? await work.back.convert(cells.map(({ kept }) => kept)) : undefined
  const lost: { recordId: string; text: string; code: string }[] = []
  const written: { id: string; at: string | undefined; was: string | null; value: Value }[] = []
  for (const [index, cell] of cells.entries()) {
    const result = converted[index]
    const before = there?.[index]
    const wouldBe = before === undefined ? undefined : before.parsed.ok ? before.parsed.value : null
    if (wouldBe !== undefined && isSame(wouldBe, cell.value)) continue
    const value = result?.parsed.ok ? result.parsed.value : null
    if (result && !result.parsed.ok)
      lost.push({ recordId: cell.id, text: result.shown.slice(0, 500), code: result.parsed.code })
    if (!isSame(value, cell.kept)) written.push({ id: cell.id, at: cell.at, was: cell.was, value })
  }
  await writeCells(tx, work, written)
  await keepLost(tx, work.jobId, lost)
  return lost.length
}
