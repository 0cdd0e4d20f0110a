import { compileExpression, type Access, type Expression, type FieldInfo, type Hop, type ObjectInfo, type ResolvedField, type RowScope, type ValueType } from '@jieli/core'
import { AppError } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../registries.ts'
import type { Bindings } from './bindings.ts'
import { rowScopeSql } from './row-scope.ts'

/** The moment and zone a query is reckoned at. */
export interface QueryTime {
  now: string
  timeZone: string
}

interface AuthorisedParts {
  object: ObjectInfo
  rows: RowScope[]
  access: Access
  fields: ReadonlyMap<string, ResolvedField>
  searchFields: FieldInfo[]
}

const valueTypeOf = (field: FieldInfo): ValueType => fieldTypeRegistry[field.type]?.valueType ?? 'any'

/**
 * What all queries share: the table with its row scope, the relations crossed on the way to fields (each with the row
 * scope of its other side, so that a record one may not see reads as absent), and conditions over them.
 */
export class SourceCompiler {
  readonly #parts: AuthorisedParts
  readonly #bindings: Bindings
  readonly #time: QueryTime
  readonly #joins = new Map<string, { alias: string; text: string }>()
  #context: { now: string; timeZone: string; userId: string } | undefined

  constructor(parts: AuthorisedParts, bindings: Bindings, time: QueryTime) {
    this.#parts = parts
    this.#bindings = bindings
    this.#time = time
  }

  /** SQL text of a field; crossing relations adds their joins. */
  column(resolved: ResolvedField): string {
    let alias = 't'
    for (const hop of resolved.hops) alias = this.#join(hop, alias)
    return `${alias}.${resolved.field.column}`
  }

  /** SQL of a condition or formula over the query's fields. */
  expression(expression: Expression): string {
    return this.#compile(expression, (path) => {
      const resolved = this.#parts.fields.get(path)
      if (!resolved) throw new AppError('unknown-field', { details: { field: path } })
      return { sql: this.column(resolved), type: valueTypeOf(resolved.field) }
    })
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

  #compile(expression: Expression, column: (path: string) => { sql: string; type: ValueType }): string {
    this.#context ??= {
      now: this.#bindings.bindAs(this.#time.now, 'timestamptz'),
      timeZone: this.#bindings.bindAs(this.#time.timeZone, 'text'),
      userId: this.#bindings.bindAs(this.#parts.access.userId, 'uuid'),
    }
    return compileExpression(expression, {
      functions: functionRegistry,
      column: (path) => column(path).sql,
      typeOf: (path) => column(path).type,
      bind: (value, type) => this.#bindings.bind(value, type),
      context: this.#context,
    })
  }

  #scope(scopes: readonly RowScope[], info: ObjectInfo, alias: string): string {
    return rowScopeSql(scopes, info, alias, this.#parts.access, this.#bindings, (where, object, on) =>
      this.#compile(where, (path) => {
        const field = object.fields.get(path)
        if (!field) throw new AppError('unknown-field', { details: { field: path } })
        return { sql: `${on}.${field.column}`, type: valueTypeOf(field) }
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
