import { AppError } from '@jieli/core'

/** Each export holds a connection and, with a core of its own, all of that core; lists and intake need the others. */
const AT_ONCE = 3
/** More than these do not wait: an answer that begins in minutes is none. */
const MOST_WAITING = 20

/**
 * Exports of one workspace in this process take turns, in the order they were asked for. Who has gone meanwhile gives the
 * place up.
 *
 * @example const release = await turns.take(gone); try { … } finally { release() }
 */
export class ExportTurns {
  #taken = 0
  readonly #waiting: (() => void)[] = []

  /** Waits for a turn and gives what ends it; ending it twice, or by going away, ends it once. */
  async take(gone?: AbortSignal): Promise<() => void> {
    if (this.#taken >= AT_ONCE) await this.#wait(gone)
    else this.#taken++
    let isOver = false
    const release = (): void => {
      if (isOver) return
      isOver = true
      gone?.removeEventListener('abort', release)
      const next = this.#waiting.shift()
      if (next) next()
      else this.#taken--
    }
    gone?.addEventListener('abort', release, { once: true })
    if (gone?.aborted) release()
    return release
  }

  #wait(gone: AbortSignal | undefined): Promise<void> {
    if (this.#waiting.length >= MOST_WAITING) return Promise.reject(new AppError('too-many-requests'))
    return new Promise((resolve, reject) => {
      const begin = (): void => {
        gone?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = (): void => {
        this.#waiting.splice(this.#waiting.indexOf(begin), 1)
        reject(new AppError('too-many-requests'))
      }
      gone?.addEventListener('abort', leave, { once: true })
      this.#waiting.push(begin)
    })
  }
}
