/** Collects the values of one statement; what user input becomes in SQL text is always `$n::type`, never the value. */
export class Bindings {
  readonly params: unknown[] = []

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
