import { must, type Access, type RowScope } from '@jieli/core'
import { compileCondition, type Surroundings } from './compile-named.ts'
import { columnOf } from './named-columns.ts'
import type { Side } from './relation-joins.ts'
import { rowScopeSql } from './row-scope.ts'

/** Row scopes over the tables of one statement; the same scope on the same table is one text, bound once. */
export class ScopeCompiler {
  readonly #access: Access
  readonly #surroundings: Surroundings
  readonly #texts = new Map<string, string>()

  constructor(access: Access, surroundings: Surroundings) {
    this.#access = access
    this.#surroundings = surroundings
  }

  /** The rows that any of the scopes lets through. */
  of(scopes: readonly RowScope[], side: Side): string {
    const key = `${side.alias} ${JSON.stringify(scopes)}`
    const known = this.#texts.get(key) ?? this.#compile(scopes, side)
    this.#texts.set(key, known)
    return known
  }

  /** A value that is absent outside some rows; undefined: it is there on all. */
  valueWithin(rows: readonly RowScope[] | undefined, side: Side, value: string): string {
    return rows === undefined ? value : `(CASE WHEN ${this.of(rows, side)} THEN ${value} END)`
  }

  #compile(scopes: readonly RowScope[], { info, alias }: Side): string {
    const { bindings, context } = this.#surroundings
    const column = (path: string) => {
      const field = info.fields.get(path)
      return field && columnOf(() => `${alias}.${field.column}`, field)
    }
    return rowScopeSql(scopes, {
      info,
      alias,
      access: this.#access,
      bindings,
      now: () => context.now,
      ofParent: (rows) => this.#ofParent(rows, { info, alias }),
      condition: (where) => compileCondition(where, { column }, this.#surroundings),
    })
  }

  /** Whether the record that a row of a sub-table is part of is one of these. */
  #ofParent(rows: readonly RowScope[], { info, alias }: Side): string {
    const { parent, relation } = must(info.partOf, info.name)
    const above = `${alias}_of`
    return `EXISTS (SELECT 1 FROM w.${parent.table} ${above} WHERE ${above}.id = ${alias}.${relation.column} AND ${above}.deleted_at IS NULL AND ${this.of(rows, { info: parent, alias: above })})`
  }
}
