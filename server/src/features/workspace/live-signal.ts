import pg from 'pg'
import type { Log } from '../../runtime/log.ts'
import { systemClock } from '../../runtime/clock.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Commit, CommitFeed } from './commit-feed.ts'

/** Commits of one such stretch travel as one signal. */
const GATHER_MS = 15
const RETRY_MS = 1_000
/** PostgreSQL takes 8,000 bytes; a signal that names too many people names none, and everybody looks. */
const MOST_NOTICED = 40

/**
 * Carries commits to the other processes on the same database: one connection that listens, and a NOTIFY outside of any
 * transaction. A lost signal costs freshness, never data: whoever missed one reads anew when the connection is back.
 */
export class LiveSignal {
  readonly #id = newId(systemClock.now())
  readonly #channel: string
  readonly #url: string
  readonly #feed: CommitFeed
  readonly #log: Log
  #client: pg.Client | undefined
  #gathered: Commit | undefined
  #timer: NodeJS.Timeout | undefined
  /** Signals go one after the other, so that they arrive in the order of the commits. */
  #sent: Promise<void> = Promise.resolve()
  #stopped = false

  constructor(url: string, schema: string, feed: CommitFeed, log: Log) {
    this.#url = url
    this.#channel = `jieli_${schema}`
    this.#feed = feed
    this.#log = log
  }

  async start(): Promise<void> {
    this.#feed.relayTo((commit) => this.#gather(commit))
    await this.#connect()
  }

  async stop(): Promise<void> {
    // A command that lives for a second must not take its news with it.
    await this.#send()
    this.#stopped = true
    clearTimeout(this.#timer)
    await this.#client?.end().catch(() => undefined)
  }

  async #connect(): Promise<void> {
    const client = new pg.Client({ connectionString: this.#url })
    client.on('notification', (message) => this.#receive(message.payload ?? ''))
    client.on('error', () => this.#reconnect())
    client.on('end', () => this.#reconnect())
    try {
      await client.connect()
      await client.query(`LISTEN ${this.#channel}`)
      this.#client = client
    } catch (error) {
      this.#log.warn({ err: error }, 'live signal not connected')
      this.#reconnect()
    }
  }

  #reconnect(): void {
    if (this.#stopped || this.#timer) return
    this.#client = undefined
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      void this.#connect().then(() => this.#feed.publish({ objects: ['*'], noticed: [], metaVersion: 0 }, true))
    }, RETRY_MS)
    this.#timer.unref()
  }

  #gather(commit: Commit): void {
    if (this.#gathered) {
      this.#gathered.objects = [...new Set([...this.#gathered.objects, ...commit.objects])]
      this.#gathered.noticed.push(...commit.noticed)
      if (commit.shared) this.#gathered.shared = [...(this.#gathered.shared ?? []), ...commit.shared]
      if (commit.metaVersion !== undefined) this.#gathered.metaVersion = commit.metaVersion
      return
    }
    this.#gathered = { ...commit, noticed: [...commit.noticed] }
    setTimeout(() => void this.#send(), GATHER_MS).unref()
  }

  #send(): Promise<void> {
    const commit = this.#gathered
    this.#gathered = undefined
    if (commit) this.#sent = this.#sent.then(() => this.#notify(commit))
    return this.#sent
  }

  async #notify(commit: Commit): Promise<void> {
    if (this.#stopped) return
    const noticed = commit.noticed.length > MOST_NOTICED ? [] : commit.noticed
    const isMuch = (commit.shared?.length ?? 0) > MOST_NOTICED
    // Too many shares to name: everybody reads anew who is reached by one.
    const told: Commit = isMuch ? { ...commit, shared: [], metaVersion: commit.metaVersion ?? 0 } : commit
    const payload = JSON.stringify({ from: this.#id, commit: { ...told, noticed } })
    await this.#client
      ?.query('SELECT pg_notify($1, $2)', [this.#channel, payload])
      .catch((error: unknown) => this.#log.warn({ err: error }, 'live signal not sent'))
  }

  #receive(payload: string): void {
    const message = JSON.parse(payload) as { from: string; commit: Commit }
    if (message.from !== this.#id) this.#feed.publish(message.commit, true)
  }
}
