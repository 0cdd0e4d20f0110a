import { fieldsOf, type AuthorisedRecordQuery, type ResolvedField } from '@jieli/core'

/** What a field is read for: to keep rows by, or to sort them by, upwards or downwards. */
export type IndexPurpose = 'filter' | 'up' | 'down'

export interface FieldUse {
  table: string
  column: string
  purpose: IndexPurpose
}

/** The columns every table of records has indexes for from the start. */
const served = new Set(['id', 'created_at', 'owner_id', 'dept_path', 'rev'])

/**
 * Counts in memory by what fields records are filtered and sorted; the index keeper takes the counts away from time to time. A
 * crash loses the last minute of them, which costs nobody anything.
 */
export class FieldUses {
  #counts = new Map<string, { use: FieldUse; count: number }>()

  /** Takes note of a query that runs. */
  note({ query, fields, object }: Pick<AuthorisedRecordQuery, 'query' | 'fields' | 'object'>): void {
    const of = (path: string, purpose: IndexPurpose): void => {
      const resolved = fields.get(path)
      if (!resolved) return
      this.add({ ...placeOf(resolved, object.table), purpose })
      // A condition across a relation keeps the rows that point to what it finds: the way back is read by the relation's column.
      for (const [at, { relation }] of resolved.hops.entries())
        this.add({ table: resolved.hops[at - 1]?.target.table ?? object.table, column: relation.column, purpose: 'filter' })
    }
    for (const path of query.where ? fieldsOf(query.where) : []) of(path, 'filter')
    // An index over the first key brings rows nearly sorted; the others order what is equal.
    const [first] = query.sort ?? []
    if (first && !first.field.includes('.')) of(first.field, first.direction === 'desc' ? 'down' : 'up')
  }

  add(use: FieldUse): void {
    if (served.has(use.column)) return
    const key = `${use.table} ${use.column} ${use.purpose}`
    const known = this.#counts.get(key)
    if (known) known.count++
    else this.#counts.set(key, { use, count: 1 })
  }

  /** The counts since the last time. */
  take(): { use: FieldUse; count: number }[] {
    const taken = [...this.#counts.values()]
    this.#counts = new Map()
    return taken
  }
}

const placeOf = ({ field, hops }: ResolvedField, table: string): Omit<FieldUse, 'purpose'> => ({
  table: hops.at(-1)?.target.table ?? table,
  column: field.column,
})
