import type { Hop, ObjectInfo, ResolvedField } from '@jieli/core'
import type { ScopeCompiler } from './scope-compiler.ts'

/** A table where it stands in a statement. */
export interface Side {
  alias: string
  info: ObjectInfo
}

/**
 * The relations crossed on the way to fields, each joined once, with the row scope of its other side: a record that one may
 * not see reads as absent.
 */
export class RelationJoins {
  readonly #from: Side
  readonly #scopes: ScopeCompiler
  readonly #joins = new Map<string, { alias: string; text: string }>()

  constructor(from: Side, scopes: ScopeCompiler) {
    this.#from = from
    this.#scopes = scopes
  }

  /** The table that a field stands in; crossing relations adds their joins. */
  sideOf({ hops }: ResolvedField): Side {
    let side = this.#from
    for (const hop of hops) side = { alias: this.#join(hop, side), info: hop.target }
    return side
  }

  /** Asked last, when all joins are known. */
  texts(): string[] {
    return [...this.#joins.values()].map(({ text }) => text)
  }

  #join(hop: Hop, from: Side): string {
    const known = this.#joins.get(hop.path)
    if (known) return known.alias
    const alias = `${this.#from.alias === 't' ? '' : this.#from.alias}h${this.#joins.size + 1}`
    this.#joins.set(hop.path, { alias, text: '' }) // holds the place: joins stand in the order in which they were met
    const scope = this.#scopes.of(hop.rows, { info: hop.target, alias })
    const key = this.#scopes.valueWithin(hop.readable, from, `${from.alias}.${hop.relation.column}`)
    const text = `LEFT JOIN w.${hop.target.table} ${alias} ON ${alias}.id = ${key} AND ${alias}.deleted_at IS NULL AND ${scope}`
    this.#joins.set(hop.path, { alias, text })
    return alias
  }
}
