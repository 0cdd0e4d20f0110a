import { checkExpression, compileExpression, compileValue, type Access, type Expression, type FieldInfo, type Hop, type ObjectInfo, type ResolvedField, type RowScope, type SqlContext, type ValueType } from '@jieli/core'
import { AppError, describeIssue, must, typeAndSettingsOf } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../registries.ts'
import type { Bindings } from './bindings.ts'
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
  access: Access
  fields: ReadonlyMap<string, ResolvedField>
  searchFields: FieldInfo[]
}

/** A field where it stands in the statement. */
interface Column {
  sql: string
  field: FieldInfo
}

const valueTypeOf = (field: FieldInfo | undefined): ValueType | undefined => field && (fieldTypeRegistry[field.type]?.valueType ?? 'any')

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
  readonly #joins = new Map<string, { alias: string; text: string }>()
  readonly #context: SqlContext

  constructor(parts: AuthorisedParts, bindings: Bindings, time: QueryTime) {
    this.#parts = parts
    this.#bindings = bindings
    this.#context = sqlContext(bindings, time, parts.access.userId)
  }

  /** SQL text of a field; crossing relations adds their joins. */
  column(resolved: ResolvedField): string {
    let alias = 't'
    for (const hop of resolved.hops) alias = this.#join(hop, alias)
    return `${alias}.${resolved.field.column}`
  }

  /** SQL of a condition over the query's fields, for WHERE and FILTER. */
  condition(expression: Expression): string {
    return this.#compile(expression, 'condition', (path) => this.#fieldAt(path))
  }

  /** SQL of a formula over the query's fields, to select or group by. */
  value(expression: Expression): string {
    return this.#compile(expression, 'value', (path) => this.#fieldAt(path))
  }

  /** The FROM clause; asked last, when all joins are known. */
  from(): string {
    return [`w.${this.#parts.object.table} t`, ...[...this.#joins.values()].map((join) => join.text)].join('\n')
  }

  /** Not deleted, in scope. */
  rows(deleted = false): string {
    return `t.deleted_at IS ${deleted ? 'NOT ' : ''}NULL AND ${this.scope()}`
  }

  /** The row scope alone, for columns that say what may be done with a row. */
  scope(): string {
    return this.#scope(this.#parts.rows, this.#parts.object, 't')
  }

  /** Text search over what this reader may search; every clause has an index of its own. */
  search(text: string): string {
    const wanted = text.trim()
    if (wanted === '') return 'TRUE'
    const pattern = this.#bindings.bindAs(`%${wanted.replace(/[\\%_]/g, '\\$&')}%`, 'text')
    const plain = this.#bindings.bindAs(wanted, 'text')
    const digits = wanted.replace(/[\s()-]/g, '')
    const clauses = this.#parts.searchFields.flatMap((field) => {
      const column = `t.${field.column}`
      const kind = fieldTypeRegistry[field.type]?.search
      if (kind === 'bigram') return [`(jieli.grams(${column}) @> jieli.grams(${plain}) AND ${column} ILIKE ${pattern})`]
      if (!/^[\d+]{3,}$/.test(digits)) return []
      return [`${column} LIKE ${this.#bindings.bindAs(`%${digits}%`, 'text')}`]
    })
    return clauses.length === 0 ? 'FALSE' : `(${clauses.join(' OR ')})`
  }

  #fieldAt(path: string): Column | undefined {
    const resolved = this.#parts.fields.get(path)
    return resolved && { sql: this.column(resolved), field: resolved.field }
  }

  #compile(expression: Expression, purpose: 'condition' | 'value', column: (path: string) => Column | undefined): string {
    const known = (path: string): Column => must(column(path), path)
    const environment = { functions: functionRegistry, typeOf: (path: string) => valueTypeOf(column(path)?.field) }
    const { issues } = checkExpression(expression, { ...environment, ...(purpose === 'condition' ? { expects: 'boolean' as const } : {}) })
    const [issue] = issues
    if (issue) throw new AppError('invalid-query', { details: { reason: describeIssue(issue) }, issues })
    return (purpose === 'condition' ? compileExpression : compileValue)(expression, {
      ...environment,
      column: (path) => known(path).sql,
      columnType: (path) => columnTypeOf(known(path).field),
      bind: (value, type) => this.#bindings.bindAs(value, type),
      context: this.#context,
    })
  }

  #scope(scopes: readonly RowScope[], info: ObjectInfo, alias: string): string {
    return rowScopeSql(scopes, info, alias, this.#parts.access, this.#bindings, (where, object, on) =>
      this.#compile(where, 'condition', (path) => {
        const field = object.fields.get(path)
        return field && { sql: `${on}.${field.column}`, field }
      }),
    )
  }

  #join(hop: Hop, from: string): string {
    const known = this.#joins.get(hop.path)
    if (known) return known.alias
    const alias = `h${this.#joins.size + 1}`
    this.#joins.set(hop.path, { alias, text: '' })
    const scope = this.#scope(hop.rows, hop.target, alias)
    const text = `LEFT JOIN w.${hop.target.table} ${alias} ON ${alias}.id = ${from}.${hop.relation.column} AND ${alias}.deleted_at IS NULL AND ${scope}`
    this.#joins.set(hop.path, { alias, text })
    return alias
  }
}
