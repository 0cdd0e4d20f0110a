import { EventEmitter } from 'node:events'

/** What became durable: enough to know what to read anew, nothing of what is in it. */
export interface Commit {
  /** Object names whose records changed. */
  objects: string[]
  /** People who got a notice. */
  noticed: { userId: string; noticeId: string }[]
  /** Who got a share, of which object's records: they must look for shares from now on. */
  shared?: { grantee: string; object: string }[]
  /** The settings or the directory changed. */
  metaVersion?: number
}

/**
 * Tells the rest of this process, and through a light signal the other processes, that a transaction has committed. It is
 * never part of the transaction: a NOTIFY inside one costs a third of the write rate.
 */
export class CommitFeed {
  readonly #emitter = new EventEmitter().setMaxListeners(0)
  #relay: ((commit: Commit) => void) | undefined

  /** Tells everybody. `fromElsewhere`: it came from another process and must not be sent back. */
  publish(commit: Commit, fromElsewhere = false): void {
    this.#emitter.emit('commit', commit)
    if (!fromElsewhere) this.#relay?.(commit)
  }

  subscribe(listener: (commit: Commit) => void): () => void {
    this.#emitter.on('commit', listener)
    return () => void this.#emitter.off('commit', listener)
  }

  relayTo(relay: (commit: Commit) => void): void {
    this.#relay = relay
  }
}
