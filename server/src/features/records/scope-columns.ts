import type { ObjectInfo, RowScope } from '@jieli/core'
import type { Row } from '../../database/database.ts'
import { Bindings } from '../../query/bindings.ts'
import { SourceCompiler } from '../../query/compile-source.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Says of each row whether row scopes let it through: SQL columns for a statement over the object's table as `t`, whose
 * first parameter is taken already.
 */
export class ScopeColumns {
  readonly #bindings = new Bindings()
  readonly #names = new Map<string, string>()
  readonly #columns: string[] = []
  readonly #context: Context
  readonly #info: ObjectInfo

  constructor(context: Context, info: ObjectInfo) {
    this.#context = context
    this.#info = info
    this.#bindings.bindAs(null, 'uuid[]')
  }

  /** Asks for one more column; the answer reads it from a row. */
  add(rows: RowScope[]): (row: Row) => boolean {
    const key = JSON.stringify(rows)
    const name = this.#names.get(key) ?? `in_scope_${this.#names.size}`
    if (!this.#names.has(key)) this.#columns.push(`(${this.#sql(rows)}) IS TRUE AS ${name}`)
    this.#names.set(key, name)
    return (row) => row[name] === true
  }

  get isEmpty(): boolean {
    return this.#columns.length === 0
  }

  get sql(): string {
    return this.#columns.join(', ')
  }

  get params(): unknown[] {
    return this.#bindings.params.slice(1)
  }

  #sql(rows: RowScope[]): string {
    const time = { now: this.#context.now, timeZone: this.#context.workspace.config.current.timeZone }
    return new SourceCompiler(
      { object: this.#info, rows, access: this.#context.access, fields: new Map(), children: new Map() },
      this.#bindings,
      time,
    ).scope()
  }
}
