type Execute = (text: string, params: unknown[]) => Promise<unknown[]>

/**
 * The statements of one transaction. They go out the moment they are given and are answered in that order, so a caller that
 * waits for none of them keeps the database busy while it prepares the next.
 */
export class Statements {
  readonly #execute: Execute
  #latest: Promise<unknown> = Promise.resolve()
  #hasFailed = false
  #sentFailure: unknown

  constructor(execute: Execute) {
    this.#execute = execute
  }

  /** For who needs the rows, and hears of a failure by them. */
  run(text: string, params: unknown[]): Promise<unknown[]> {
    const answer = this.#execute(text, params)
    this.#latest = answer.catch(() => void (this.#hasFailed = true))
    return answer
  }

  /** For who does not: a failure is kept for whoever ends the transaction. */
  send(text: string, params: unknown[] = []): void {
    this.follow(this.#execute(text, params))
  }

  /** The same for a statement that went out by itself. */
  follow(answer: Promise<unknown>): void {
    this.#latest = answer.catch((error: unknown) => {
      if (!this.#hasFailed) this.#sentFailure = error
      this.#hasFailed = true
    })
  }

  /**
   * Waits until all are answered. Gives the failure of a sent statement if that was the first to fail: PostgreSQL refuses
   * everything after it, so whatever else the caller heard of followed from it.
   */
  async firstSentFailure(): Promise<unknown> {
    await this.#latest
    return this.#sentFailure
  }
}
