import type { Pointer, Value } from '@jieli/core'
import { titlesOfPointers } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import type { ExportColumn } from './export-columns.ts'

/** Titles kept at once; a file whose relations point to more begins a new page of the book. */
const MOST_KEPT = 20_000

/**
 * Titles of the records that an export's relations point to, as far as the taker may know them. Each is asked for once, with
 * all others that a part of the file needs: a list of leads has ten thousand rows and twelve campuses.
 */
export class TitleBook {
  readonly #context: Context
  readonly #titles = new Map<string, string>()

  constructor(context: Context) {
    this.#context = context
  }

  /** Titles by what stands for the records in the rows, all that these need among them; '' for those that may not be known. */
  async of(columns: readonly ExportColumn[], rows: readonly unknown[][]): Promise<ReadonlyMap<string, string>> {
    if (this.#titles.size > MOST_KEPT) this.#titles.clear()
    const missing = new Map<string, Pointer>()
    for (const column of columns) this.#collect(missing, column, rows)
    const known = await titlesOfPointers(this.#context, [...missing.values()], this.#context.workspace.db)
    for (const key of missing.keys()) this.#titles.set(key, known[key] ?? '')
    return this.#titles
  }

  #collect(missing: Map<string, Pointer>, { pointersIn, place }: ExportColumn, rows: readonly unknown[][]): void {
    if (!pointersIn) return
    for (const row of rows) {
      const value = row[place.at] as Value
      if (typeof value === 'string' && this.#titles.has(value)) continue
      for (const pointer of pointersIn(value)) if (!this.#titles.has(pointer.key)) missing.set(pointer.key, pointer)
    }
  }
}
