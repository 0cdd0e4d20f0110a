import {
  checkExpression,
  compileExpression,
  compileValue,
  type Access,
  type AuthorisedChildren,
  type ChildSource,
  type Expression,
  type FieldInfo,
  type FieldTyping,
  type Hop,
  type ObjectInfo,
  type ResolvedField,
  type RowScope,
  type SqlContext,
  type ValueType,
} from '@jieli/core'
import { AppError, describeIssue, must, systemAccess, typeAndSettingsOf } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../registries.ts'
import type { Bindings } from './bindings.ts'
import { searchSql } from './compile-search.ts'
import { rowScopeSql } from './row-scope.ts'

/** The moment and zone a query is reckoned at. */
export interface QueryTime {
  now: string
  timeZone: string
}

/** Bound when a function first asks: PostgreSQL refuses parameters that no text uses. */
const sqlContext = (bindings: Bindings, time: QueryTime, userId: string | null): SqlContext => {
  const bound = new Map<string, string>()
  const once = (name: string, value: string | null, type: string): string => {
    const text = bound.get(name) ?? bindings.bindAs(value, type)
    bound.set(name, text)
    return text
  }
  return {
    get now() {
      return once('now', time.now, 'timestamptz')
    },
    get timeZone() {
      return once('timeZone', time.timeZone, 'text')
    },
    get userId() {
      return once('userId', userId, 'uuid')
    },
  }
}

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

/** A value where it stands in the statement. */
export interface Column {
  sql: string
  type: ValueType
  /** The PostgreSQL type, where it matters: of ids. */
  columnType: string | undefined
  /** The bare column, where the value is the part of its list that the reader may know. */
  whole?: string | undefined
}

/** Its SQL is not made before it is asked for: what is made and not used has parameters that no text uses. */
const columnOf = (sql: () => string, field: FieldInfo, whole?: () => string): Column => ({
  get sql() {
    return sql()
  },
  type: fieldTypeRegistry[field.type]?.valueType ?? 'any',
  columnType: columnTypeOf(field),
  get whole() {
    return whole?.()
  },
})

/** What expressions may name: fields of a record, and its children where they can be had. */
interface Named {
  column(path: string): Column | undefined
  children?(over: string): { typing: FieldTyping; open(): ChildSource } | undefined
}

/** The statement that a sub-select stands in. */
interface Within {
  alias: string
  aliases: { children: number }
  context: SqlContext
}

const valueTypeOf = (field: FieldInfo | undefined): ValueType | undefined =>
  field && (fieldTypeRegistry[field.type]?.valueType ?? 'any')

const columnTypeOf = (field: FieldInfo): string => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.column(settings)
}

/**
 * What all queries share: the table with its row scope, the relations crossed on the way to fields (each with the row
 * scope of its other side, so that a record one may not see reads as absent), and conditions over them.
 */
export class SourceCompiler {
  readonly #parts: AuthorisedParts
  readonly #bindings: Bindings
  readonly #time: QueryTime
  readonly #joins = new Map<string, { alias: string; text: string }>()
  readonly #scopes = new Map<string, string>()
  readonly #context: SqlContext
  readonly #alias: string
  /** Aliases of sub-selects over children: no two in one statement are the same. */
  readonly #aliases: { children: number }

  constructor(parts: AuthorisedParts, bindings: Bindings, time: QueryTime, within?: Within) {
    this.#parts = parts
    this.#bindings = bindings
    this.#alias = within?.alias ?? 't'
    this.#aliases = within?.aliases ?? { children: 0 }
    this.#context = within?.context ?? sqlContext(bindings, time, parts.access.userId)
    this.#time = time
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
    const { info, alias } = this.#sideOf(resolved)
    return `(${this.#scope(resolved.readable, info, alias)}) IS TRUE`
  }

  /** SQL of a condition over the query's fields, for WHERE and FILTER. */
  condition(expression: Expression): string {
    return this.#compile(asCondition(expression), 'condition', this.#fields())
  }

  /** SQL of a formula over the query's fields, to select or group by. */
  value(expression: Expression, among?: readonly ValueType[]): string {
    return this.#compile(expression, 'value', this.#fields(), among)
  }

  /** The type of a formula over the query's fields, and of the column it is, if it is one. */
  typeOf(expression: Expression): Omit<Column, 'sql'> {
    const { column, children } = this.#fields()
    if ('field' in expression) return must(column(expression.field), expression.field)
    const { type } = checkExpression(expression, {
      functions: functionRegistry,
      typeOf: (path) => column(path)?.type,
      childTyping: (over) => children?.(over)?.typing,
    })
    return { type, columnType: undefined }
  }

  /** SQL of a condition over the results of a statement around this one, by the names it gave them. */
  conditionOver(expression: Expression, results: ReadonlyMap<string, Column>): string {
    return this.#compile(asCondition(expression), 'condition', { column: (name) => results.get(name) })
  }

  /** The FROM clause; asked last, when all joins are known. */
  from(): string {
    return [`w.${this.#parts.object.table} ${this.#alias}`, ...[...this.#joins.values()].map((join) => join.text)].join('\n')
  }

  /** Not deleted and in scope; or in the bin, in scope, and this person's to take out of it. */
  rows(deleted = false): string {
    if (!deleted) return `${this.#alias}.deleted_at IS NULL AND ${this.scope()}`
    return `${this.#alias}.deleted_at IS NOT NULL AND ${this.scope()} AND ${this.#scope(this.#parts.binned ?? [], this.#parts.object, this.#alias)}`
  }

  /** Rows that other scopes do not let through: parts of one list must not show a row twice. */
  outside(scopes: readonly RowScope[]): string {
    return `(${this.#scope(scopes, this.#parts.object, this.#alias)}) IS NOT TRUE`
  }

  /** The row scope alone, for columns that say what may be done with a row. */
  scope(): string {
    return this.#scope(this.#parts.rows, this.#parts.object, this.#alias)
  }

  /** Text search over what this reader may search, of the rows on which they may. */
  search(text: string): string {
    const fields = (this.#parts.searchFields ?? []).map(({ field, readable }) => ({
      field,
      column: `${this.#alias}.${field.column}`,
      // Beside the search, not within a CASE, so that its index serves.
      rows: () => (readable === undefined ? undefined : this.#scope(readable, this.#parts.object, this.#alias)),
    }))
    return searchSql(text, fields, (value) => this.#bindings.bindAs(value, 'text'))
  }

  /** What expressions may name here: fields that were allowed, children that were. */
  #fields(): Named {
    return {
      column: (path) => {
        const resolved = this.#parts.fields.get(path)
        if (!resolved) return undefined
        const whole = resolved.links && (() => `${this.#sideOf(resolved).alias}.${resolved.field.column}`)
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
    const child = new SourceCompiler(parts, this.#bindings, this.#time, {
      alias,
      aliases: this.#aliases,
      context: this.#context,
    })
    const named = child.#fields()
    const column = `${alias}.${parts.relation.column}`
    const isList = valueTypeOf(parts.relation) === 'list'
    const link = isList ? `${column} @> ARRAY[${this.#alias}.id]` : `${column} = ${this.#alias}.id`
    return {
      column: (path) => must(named.column(path), path).sql,
      columnType: (path) => must(named.column(path), path).columnType,
      wholeColumn: (path) => must(named.column(path), path).whole,
      childSource: (over) => must(named.children?.(over), over).open(),
      rows: () => {
        const readable = parts.readable === undefined ? '' : ` AND ${child.#scope(parts.readable, parts.object, alias)}`
        const rows = child.rows()
        return `FROM ${child.from()} WHERE ${link}${readable} AND ${rows}`
      },
    }
  }

  /** The table a field stands in; crossing relations adds their joins. */
  #sideOf(resolved: ResolvedField): { alias: string; info: ObjectInfo } {
    let side = { alias: this.#alias, info: this.#parts.object }
    for (const hop of resolved.hops) side = { alias: this.#join(hop, side), info: hop.target }
    return side
  }

  #columnOn(resolved: ResolvedField, rows: RowScope[] | undefined): string {
    const { info, alias } = this.#sideOf(resolved)
    return this.#whereIn(rows, { info, alias }, this.#stored(resolved, alias))
  }

  /** The column that keeps a field, or what it is reckoned from where none does. */
  #stored({ field, reckoned, links }: ResolvedField, alias: string): string {
    if (links) return this.#known(links, `${alias}.${field.column}`)
    if (!field.computed || !reckoned) return `${alias}.${field.column}`
    const crosses = [...reckoned.fields.values()].some(({ hops }) => hops.length > 0)
    const inner = crosses ? `c${++this.#aliases.children}` : alias
    const source = new SourceCompiler({ ...reckoned, rows: ['all'], access: systemAccess }, this.#bindings, this.#time, {
      alias: inner,
      aliases: this.#aliases,
      context: this.#context,
    })
    const value = source.value(field.computed.expression)
    // Its joins are its own: what it crosses is not what the reader may cross.
    return crosses ? `(SELECT ${value} FROM ${source.from()} WHERE ${inner}.id = ${alias}.id)` : value
  }

  /**
   * Of a list of records those that the reader may know, in its order; none of them is no list. Who works here and in which
   * departments everybody knows.
   */
  #known({ target, rows }: NonNullable<ResolvedField['links']>, column: string): string {
    const alias = `c${++this.#aliases.children}`
    const scope = this.#scope(isDirectory(target) ? ['all'] : rows, target, alias)
    return `(SELECT array_agg(${alias}.id ORDER BY ${alias}l.at) FROM unnest(${column}) WITH ORDINALITY AS ${alias}l(id, at) JOIN w.${target.table} ${alias} ON ${alias}.id = ${alias}l.id AND ${alias}.deleted_at IS NULL AND ${scope})`
  }

  /** A column that is absent outside some rows. */
  #whereIn(rows: RowScope[] | undefined, side: { alias: string; info: ObjectInfo }, value: string): string {
    return rows === undefined ? value : `(CASE WHEN ${this.#scope(rows, side.info, side.alias)} THEN ${value} END)`
  }

  #compile(
    expression: Expression,
    purpose: 'condition' | 'value',
    { column, children }: Named,
    among?: readonly ValueType[],
  ): string {
    const known = (path: string): Column => must(column(path), path)
    const environment = {
      functions: functionRegistry,
      typeOf: (path: string) => column(path)?.type,
      childTyping: (over: string) => children?.(over)?.typing,
    }
    const { issues, type: worth } = checkExpression(expression, {
      ...environment,
      ...(purpose === 'condition' ? { expects: 'boolean' as const } : {}),
    })
    const [issue] = issues
    if (issue) throw new AppError('invalid-query', { details: { reason: describeIssue(issue) }, issues })
    if (among && !among.includes(worth)) throw new AppError('invalid-query', { details: { reason: among.join('|') } })
    return (purpose === 'condition' ? compileExpression : compileValue)(expression, {
      ...environment,
      column: (path) => known(path).sql,
      columnType: (path) => known(path).columnType,
      wholeColumn: (path) => known(path).whole,
      childSource: (over) => must(children?.(over), over).open(),
      bind: (value, type) => this.#bindings.bindAs(value, type),
      context: this.#context,
    })
  }

  #scope(scopes: readonly RowScope[], info: ObjectInfo, alias: string): string {
    const key = `${alias} ${JSON.stringify(scopes)}`
    const known = this.#scopes.get(key) ?? this.#scopeSql(scopes, info, alias)
    this.#scopes.set(key, known)
    return known
  }

  #scopeSql(scopes: readonly RowScope[], info: ObjectInfo, alias: string): string {
    return rowScopeSql(scopes, {
      info,
      alias,
      access: this.#parts.access,
      bindings: this.#bindings,
      now: () => this.#context.now,
      condition: (where) =>
        this.#compile(asCondition(where), 'condition', {
          column: (path) => {
            const field = info.fields.get(path)
            return field && columnOf(() => `${alias}.${field.column}`, field)
          },
        }),
    })
  }

  #join(hop: Hop, from: { alias: string; info: ObjectInfo }): string {
    const known = this.#joins.get(hop.path)
    if (known) return known.alias
    const alias = `${this.#alias === 't' ? '' : this.#alias}h${this.#joins.size + 1}`
    this.#joins.set(hop.path, { alias, text: '' })
    const scope = this.#scope(hop.rows, hop.target, alias)
    const key = this.#whereIn(hop.readable, from, `${from.alias}.${hop.relation.column}`)
    const text = `LEFT JOIN w.${hop.target.table} ${alias} ON ${alias}.id = ${key} AND ${alias}.deleted_at IS NULL AND ${scope}`
    this.#joins.set(hop.path, { alias, text })
    return alias
  }
}

const isDirectory = ({ name }: ObjectInfo): boolean => name === 'user' || name === 'department'

const typingOf = ({ fields, children }: AuthorisedChildren): FieldTyping => ({
  typeOf: (path) => valueTypeOf(fields.get(path)?.field),
  childTyping: (over) => {
    const below = children.get(over)
    return below && typingOf(below)
  },
})

/** What could be of any type (`null`, a choice between nulls) is a condition here: said so, it is bound as one. */
const asCondition = (expression: Expression): Expression =>
  'call' in expression &&
  Object.hasOwn(functionRegistry, expression.call) &&
  functionRegistry[expression.call]?.returns === 'boolean'
    ? expression
    : { call: 'and', args: [expression] }
