import { assert } from '@jieli/core'
import pg from 'pg'
import type { Log } from '../runtime/log.ts'
import { copyRows } from './copy-rows.ts'
import { copyText, type CopyCell } from './copy-text.ts'
import { holdWrites } from './hold-writes.ts'
import { readInstant } from './read-instant.ts'
import { withValues } from './statement-values.ts'
import { Statements } from './statements.ts'
import { streamRows, type StreamSizes } from './stream-rows.ts'

/** PostgreSQL values as the platform holds them: instants ISO with milliseconds, dates as text, decimals as text. */
const types = new pg.TypeOverrides()
types.setTypeParser(1184, readInstant)
types.setTypeParser(1082, (text: string) => text)
types.setTypeParser(20, (text: string) => Number(text))

export interface Row {
  [column: string]: unknown
}

/** Whatever can run SQL: the database itself, or a transaction. */
export interface Queryable {
  /** In `text`, `w.` stands for the workspace's schema. */
  query<R extends object = Row>(text: string, params?: unknown[]): Promise<R[]>
}

/** SQL inside one transaction, and what is to happen once it is durable. */
export interface Transaction extends Queryable {
  /**
   * Sends a statement whose rows nobody needs, without waiting for it: the caller prepares the next one while the database
   * works on this. Order is kept, COMMIT waits for all, and the first that fails fails the transaction.
   */
  send(text: string, params?: unknown[]): void
  /**
   * Adds rows to a table without waiting, in order with the statements around it: `table` begins with `w.`, cells stand in the
   * order of `columns`. What takes the least of the database for many rows, and no more than INSERT for one.
   */
  copy(table: string, columns: readonly string[], rows: Iterable<readonly CopyCell[]>): void
  /** Runs after COMMIT, in order; a failure there is logged and undoes nothing. */
  afterCommit(run: () => void): void
}

/**
 * Serialization failure and deadlock: the database asks for another try, and a transaction is made to be tried again. So is
 * one that lost the race for a value that may not repeat (`…_unique`): on its next try it sees who has it and says so.
 */
const isWorthAnotherTry = (error: unknown): boolean =>
  error instanceof pg.DatabaseError &&
  (error.code === '40001' ||
    error.code === '40P01' ||
    (error.code === '23505' && error.constraint?.endsWith('_unique') === true))

/** A unique key that somebody else holds. */
export const isTaken = (error: unknown): boolean => error instanceof pg.DatabaseError && error.code === '23505'

const MOST_TRIES = 5

/**
 * What waits to go into a search index is put there by whoever writes when it is full. The 4 MB that PostgreSQL comes with are a
 * second's work among five million leads, for one writer out of thousands; this is some twenty milliseconds' for more of them.
 */
const PENDING_KB = 128

/** A reader who stands still for two minutes has gone, for an open statement keeps old rows from being cleared away; one whose connection broke is noticed while the statement still runs. */
const STREAM_OPTIONS =
  '-c statement_timeout=60000 -c idle_in_transaction_session_timeout=120000 -c client_connection_check_interval=2000 -c timezone=UTC'

/** From so many characters on the database has enough to do to begin at once. */
const MUCH = 50_000

const ignoreBreak = (): void => undefined

/**
 * The one way to PostgreSQL, bound to one workspace's schema. No session state is kept, so a pooler in transaction mode may
 * stand between: schema names are written into the text, never set as search_path.
 */
export class Database implements Queryable {
  readonly schema: string
  readonly #pool: pg.Pool
  readonly #log: Log
  readonly #texts = new Map<string, string>()

  constructor(pool: pg.Pool, schema: string, log: Log) {
    this.#pool = pool
    this.schema = schema
    this.#log = log
  }

  async query<R extends object = Row>(text: string, params: unknown[] = []): Promise<R[]> {
    const result = await this.#pool.query({ text: this.#inSchema(text), values: params, types })
    return result.rows as R[]
  }

  /**
   * One statement that may take as long as it takes and stands in no transaction: `CREATE INDEX CONCURRENTLY`. Behind a pooler
   * that gives each statement another connection the ordinary limit holds, and the statement is to be tried again.
   */
  async queryWithoutLimit(text: string): Promise<void> {
    const client = await this.#pool.connect()
    client.on('error', ignoreBreak)
    try {
      await client.query('SET statement_timeout = 0')
      await client.query(this.#inSchema(text))
    } finally {
      const broken = await client.query('RESET statement_timeout').then(
        () => undefined,
        (reason: Error) => reason,
      )
      client.off('error', ignoreBreak)
      client.release(broken)
    }
  }

  /** Runs `work` in one transaction; tries again when the database says that two transactions got in each other's way. */
  async transaction<T>(work: (tx: Transaction) => Promise<T> | T): Promise<T> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#attempt(work)
      } catch (error) {
        if (!isWorthAnotherTry(error) || attempt >= MOST_TRIES) throw error
      }
    }
  }

  /**
   * A statement that may take hours and must stand outside any transaction: an index made while people work. On a connection
   * of its own, since the others end what takes a minute.
   */
  async runLong(text: string): Promise<void> {
    const client = new pg.Client({
      ...(this.#pool.options.connectionString ? { connectionString: this.#pool.options.connectionString } : {}),
      options: '-c statement_timeout=0 -c timezone=UTC',
    })
    await client.connect()
    try {
      await client.query(this.#inSchema(text))
    } finally {
      await client.end()
    }
  }

  /**
   * The rows of one statement as arrays of columns, some at a time, all as they were when it began. On a connection of its
   * own: whoever reads slowly keeps it, and the pool's are for those who wait. It is closed when the reader stops, and at
   * once, in the midst of a statement, when `signal` says that nobody reads any more.
   */
  async *stream(text: string, params: unknown[], sizes: StreamSizes, signal?: AbortSignal): AsyncGenerator<unknown[][]> {
    const client = new pg.Client({
      ...(this.#pool.options.connectionString ? { connectionString: this.#pool.options.connectionString } : {}),
      options: STREAM_OPTIONS,
    })
    client.on('error', ignoreBreak)
    const close = (): void => void client.end().catch(ignoreBreak)
    signal?.addEventListener('abort', close, { once: true })
    try {
      signal?.throwIfAborted()
      await client.connect()
      yield* streamRows(client, { text: withValues(this.#inSchema(text), params), types }, sizes)
    } finally {
      signal?.removeEventListener('abort', close)
      close()
    }
  }

  async #attempt<T>(work: (tx: Transaction) => Promise<T> | T): Promise<T> {
    const client = await this.#pool.connect()
    // A server that goes away tells each connection by an event; one that nobody hears would end the whole process. The
    // statement that comes next fails by itself.
    client.on('error', ignoreBreak)
    const after: (() => void)[] = []
    const writes = holdWrites(client.connection.stream)
    const statements = new Statements((text, params) => {
      writes.hold()
      return client.query({ text: this.#inSchema(text), values: params, types }).then((result) => result.rows)
    })
    const tx: Transaction = {
      query: async <R extends object>(text: string, params: unknown[] = []) => (await statements.run(text, params)) as R[],
      send: (text, params = []) => statements.send(text, params),
      copy: (table, columns, rows) => {
        const data = copyText(rows)
        writes.hold()
        statements.follow(copyRows(client, this.#inSchema(`COPY ${table} (${columns.join(', ')}) FROM STDIN`), data))
        if (data.length > MUCH) writes.letGo()
      },
      afterCommit: (run) => void after.push(run),
    }
    try {
      statements.send('BEGIN')
      const value = await work(tx)
      writes.hold()
      // Right behind the statements nobody waits for, not after their answers. If one of them failed it rolls back, and says so.
      const { command } = await client.query('COMMIT')
      const failure = await statements.firstSentFailure()
      if (failure !== undefined) throw failure
      assert(command === 'COMMIT', 'a statement of this transaction failed, and what it was to do is undone')
      client.off('error', ignoreBreak)
      client.release()
      this.#runAfter(after)
      return value
    } catch (thrown) {
      const error = (await statements.firstSentFailure()) ?? thrown
      const broken = await client.query('ROLLBACK').then(
        () => undefined,
        (reason: Error) => reason,
      )
      client.off('error', ignoreBreak)
      client.release(broken)
      throw error
    }
  }

  #runAfter(after: (() => void)[]): void {
    for (const run of after) {
      try {
        run()
      } catch (error) {
        this.#log.error({ err: error }, 'after-commit step failed')
      }
    }
  }

  #inSchema(text: string): string {
    const known = this.#texts.get(text)
    if (known !== undefined) return known
    const made = text.replace(/\bw\.(?=[a-z_])/g, `${this.schema}.`)
    if (this.#texts.size < 2_000) this.#texts.set(text, made)
    return made
  }
}

/**
 * Statements that hang would hold locks for everyone behind them; no statement of ours needs this long. Not `durable`: commits
 * do not wait for the disk, for work that is begun anew after a crash.
 */
export const createPool = (url: string, max: number, { durable = true }: { durable?: boolean } = {}): pg.Pool =>
  new pg.Pool({
    connectionString: url,
    max,
    // Statements of one connection go out without waiting for the answer to the one before; see `statements.ts`.
    pipeline: true,
    idleTimeoutMillis: 30_000,
    options: `-c statement_timeout=60000 -c idle_in_transaction_session_timeout=60000 -c timezone=UTC -c gin_pending_list_limit=${PENDING_KB}${durable ? '' : ' -c synchronous_commit=off'}`,
  })
