import type { Value } from '@jieli/core'
import { idsIn, titlesOfObject } from '../records/find-records.ts'
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

  /** Titles by id, all that these rows need among them; '' for those that may not be known. */
  async of(columns: readonly ExportColumn[], rows: readonly unknown[][]): Promise<ReadonlyMap<string, string>> {
    if (this.#titles.size > MOST_KEPT) this.#titles.clear()
    const missing = new Map<string, Set<string>>()
    for (const { titlesOf, place } of columns) if (titlesOf !== undefined) this.#collect(missing, titlesOf, rows, place.at)
    await Promise.all([...missing].map(([object, ids]) => this.#learn(object, [...ids])))
    return this.#titles
  }

  #collect(missing: Map<string, Set<string>>, object: string, rows: readonly unknown[][], at: number): void {
    const ids = missing.get(object) ?? new Set<string>()
    for (const row of rows) {
      const value = row[at] as Value
      if (typeof value === 'string' && this.#titles.has(value)) continue
      for (const id of idsIn(value)) if (!this.#titles.has(id)) ids.add(id)
    }
    if (ids.size > 0) missing.set(object, ids)
  }

  async #learn(object: string, ids: string[]): Promise<void> {
    const known = await titlesOfObject(this.#context, object, ids, this.#context.workspace.db)
    for (const id of ids) this.#titles.set(id, known[id] ?? '')
  }
}
