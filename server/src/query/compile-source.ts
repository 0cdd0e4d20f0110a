import {
  must,
  systemAccess,
  type Access,
  type AuthorisedChildren,
  type ChildSource,
  type Expression,
  type FieldInfo,
  type KnownRecords,
  type ObjectInfo,
  type ResolvedField,
  type RowScope,
  type SqlContext,
  type ValueType,
} from '@jieli/core'
import type { Bindings } from './bindings.ts'
import { compileCondition, compileNamedValue, typeOfNamed, type Surroundings } from './compile-named.ts'
import { searchSql } from './compile-search.ts'
import { knownLinkSql, knownListSql, pointerSql, type KnownTable } from './known-records.ts'
import { columnOf, typingOf, valueTypeOf, type Column, type Named } from './named-columns.ts'
import { RelationJoins, type Side } from './relation-joins.ts'
import { ScopeCompiler } from './scope-compiler.ts'
import { openSqlContext, type QueryTime } from './sql-context.ts'

interface AuthorisedParts {
  object: ObjectInfo
  rows: RowScope[]
  /** The rows that may be taken out of the bin: only those are seen in it. */
  binned?: RowScope[]
  access: Access
  fields: ReadonlyMap<string, ResolvedField>
  children: ReadonlyMap<string, AuthorisedChildren>
  searchFields?: ResolvedField[]
}

/** The statement that a sub-select stands in. */
interface Within {
  alias: string
  aliases: { children: number }
  context: SqlContext
}

/**
 * What all queries share: the table with its row scope, the relations crossed on the way to fields (each with the row
 * scope of its other side, so that a record one may not see reads as absent), and conditions over them.
 */
export class SourceCompiler {
  readonly #parts: AuthorisedParts
  readonly #time: QueryTime
  readonly #surroundings: Surroundings
  readonly #side: Side
  readonly #scopes: ScopeCompiler
  readonly #joins: RelationJoins
  /** Aliases of sub-selects over children: no two in one statement are the same. */
  readonly #aliases: { children: number }

  constructor(parts: AuthorisedParts, bindings: Bindings, time: QueryTime, within?: Within) {
    this.#parts = parts
    this.#time = time
    this.#aliases = within?.aliases ?? { children: 0 }
    this.#surroundings = { bindings, context: within?.context ?? openSqlContext(bindings, time, parts.access.userId) }
    this.#side = { alias: within?.alias ?? 't', info: parts.object }
    this.#scopes = new ScopeCompiler(parts.access, this.#surroundings)
    this.#joins = new RelationJoins(this.#side, this.#scopes)
  }

  /** SQL text of a field to reckon with; crossing relations adds their joins. Where it may not be read it is absent. */
  column(resolved: ResolvedField): string {
    return resolved.masked ? 'NULL' : this.#columnOn(resolved, resolved.readable)
  }

  /** SQL text of a field to show, masked or not: `isReadable` tells which, row by row. */
  shown(resolved: ResolvedField): string {
    return this.#columnOn(resolved, resolved.shown)
  }

  /** Whether the field may be read on a row, for fields shown to a reader of whom that depends on the row. */
  isReadable(resolved: ResolvedField): string | undefined {
    if (
      resolved.masked ||
      resolved.readable === undefined ||
      JSON.stringify(resolved.readable) === JSON.stringify(resolved.shown)
    )
      return undefined
    return `(${this.#scopes.of(resolved.readable, this.#joins.sideOf(resolved))}) IS TRUE`
  }

  /** SQL of a condition over the query's fields, for WHERE and FILTER. */
  condition(expression: Expression): string {
    return compileCondition(expression, this.#fields(), this.#surroundings)
  }

  /** SQL of a formula over the query's fields, to select or group by. */
  value(expression: Expression, among?: readonly ValueType[]): string {
    return compileNamedValue(expression, this.#fields(), { ...this.#surroundings, among })
  }

  /** The type of a formula over the query's fields, and of the column it is, if it is one. */
  typeOf(expression: Expression): Omit<Column, 'sql'> {
    return typeOfNamed(expression, this.#fields())
  }

  /** SQL of a condition over the results of a statement around this one, by the names it gave them. */
  conditionOver(expression: Expression, results: ReadonlyMap<string, Column>): string {
    return compileCondition(expression, { column: (name) => results.get(name) }, this.#surroundings)
  }

  /** The FROM clause; asked last, when all joins are known. */
  from(): string {
    return [`w.${this.#side.info.table} ${this.#side.alias}`, ...this.#joins.texts()].join('\n')
  }

  /** Not deleted and in scope; or in the bin, in scope, and this person's to take out of it. */
  rows(deleted = false): string {
    const { alias } = this.#side
    if (!deleted) return `${alias}.deleted_at IS NULL AND ${this.scope()}`
    return `${alias}.deleted_at IS NOT NULL AND ${this.scope()} AND ${this.#scopes.of(this.#parts.binned ?? [], this.#side)}`
  }

  /** Rows that other scopes do not let through: parts of one list must not show a row twice. */
  outside(scopes: readonly RowScope[]): string {
    return `(${this.#scopes.of(scopes, this.#side)}) IS NOT TRUE`
  }

  /** The row scope alone, for columns that say what may be done with a row. */
  scope(): string {
    return this.#scopes.of(this.#parts.rows, this.#side)
  }

  /** Text search over what this reader may search, of the rows on which they may. */
  search(text: string): string {
    const fields = (this.#parts.searchFields ?? []).map(({ field, readable, covered }) => ({
      field,
      covered,
      column: `${this.#side.alias}.${field.column}`,
      // Beside the search, not within a CASE, so that its index serves.
      rows: () => (readable === undefined ? undefined : this.#scopes.of(readable, this.#side)),
    }))
    return searchSql(text, fields, (value) => this.#surroundings.bindings.bindAs(value, 'text'))
  }

  /** What expressions may name here: fields that were allowed, children that were. */
  #fields(): Named {
    return {
      column: (path) => {
        const resolved = this.#parts.fields.get(path)
        if (!resolved) return undefined
        const whole = resolved.links && (() => `${this.#joins.sideOf(resolved).alias}.${resolved.field.column}`)
        return columnOf(() => this.column(resolved), resolved.field, whole)
      },
      children: (over) => {
        const parts = this.#parts.children.get(over)
        return parts && { typing: typingOf(parts), open: () => this.#openChildren(parts) }
      },
    }
  }

  /** A sub-select over the children of a row: those in the reader's scope, on which the relation may be read. */
  #openChildren(parts: AuthorisedChildren): ChildSource {
    const alias = `c${++this.#aliases.children}`
    const child = new SourceCompiler(parts, this.#surroundings.bindings, this.#time, {
      alias,
      aliases: this.#aliases,
      context: this.#surroundings.context,
    })
    const named = child.#fields()
    const column = `${alias}.${parts.relation.column}`
    const isList = valueTypeOf(parts.relation) === 'list'
    const { bindings } = this.#surroundings
    const id = pointerSql(parts.relation, { object: this.#side.info.name, id: `${this.#side.alias}.id` }, bindings)
    const link = isList ? `${column} @> ARRAY[${id}]` : `${column} = ${id}`
    return {
      column: (path) => must(named.column(path), path).sql,
      columnType: (path) => must(named.column(path), path).columnType,
      wholeColumn: (path) => must(named.column(path), path).whole,
      childSource: (over) => must(named.children?.(over), over).open(),
      rows: () => {
        const readable = parts.readable === undefined ? '' : ` AND ${child.#scopes.of(parts.readable, child.#side)}`
        const rows = child.rows()
        return `FROM ${child.from()} WHERE ${link}${readable} AND ${rows}`
      },
    }
  }

  #columnOn(resolved: ResolvedField, rows: RowScope[] | undefined): string {
    const side = this.#joins.sideOf(resolved)
    return this.#scopes.valueWithin(rows, side, this.#stored(resolved, side.alias))
  }

  /** The column that keeps a field, or what it is reckoned from where none does. */
  #stored({ field, reckoned, links }: ResolvedField, alias: string): string {
    if (links) return this.#known(field, links, `${alias}.${field.column}`)
    if (!field.computed || !reckoned) return `${alias}.${field.column}`
    const crosses = [...reckoned.fields.values()].some(({ hops }) => hops.length > 0)
    const inner = crosses ? `c${++this.#aliases.children}` : alias
    const source = new SourceCompiler(
      { ...reckoned, rows: ['all'], access: systemAccess },
      this.#surroundings.bindings,
      this.#time,
      {
        alias: inner,
        aliases: this.#aliases,
        context: this.#surroundings.context,
      },
    )
    const value = source.value(field.computed.expression)
    // Its joins are its own: what it crosses is not what the reader may cross.
    return crosses ? `(SELECT ${value} FROM ${source.from()} WHERE ${inner}.id = ${alias}.id)` : value
  }

  /** Of what a field points to the records that the reader may know; none of them is nothing. */
  #known(field: FieldInfo, links: readonly KnownRecords[], column: string): string {
    const of = (known: KnownRecords): KnownTable => {
      const alias = `c${++this.#aliases.children}`
      const scope = this.#scopes.of(isDirectory(known.target) ? ['all'] : known.rows, { info: known.target, alias })
      return { object: known.target.name, alias, table: `w.${known.target.table} ${alias}`, scope }
    }
    const [first] = links
    if (valueTypeOf(field) !== 'list') return knownLinkSql(column, links.map(of), this.#surroundings.bindings)
    return first ? knownListSql(column, of(first)) : 'NULL::uuid[]'
  }
}

/** Who works here and in which departments everybody knows. */
const isDirectory = ({ name }: ObjectInfo): boolean => name === 'user' || name === 'department'
