import type { ValueType } from '@jieli/core'

const casts: Partial<Record<ValueType, string>> = { number: 'numeric', boolean: 'boolean', date: 'date', instant: 'timestamptz', id: 'uuid', text: 'text', list: 'text[]' }

/** Collects the values of one statement; what user input becomes in SQL text is always `$n::type`, never the value. */
export class Bindings {
  readonly params: unknown[] = []

  bind(value: unknown, type: ValueType = 'any'): string {
    this.params.push(value)
    const cast = casts[type]
    return cast ? `$${this.params.length}::${cast}` : `$${this.params.length}`
  }

  /** With a cast of one's own, for lists and columns. */
  bindAs(value: unknown, cast: string): string {
    this.params.push(value)
    return `$${this.params.length}::${cast}`
  }
}

/** A statement ready to run. */
export interface Statement {
  text: string
  params: unknown[]
}
