/** The part of a generated client that is the same for every workspace. It needs nothing but `fetch`. */

export interface ClientOptions {
  /** Where Jieli runs: `https://crm.example.com`. */
  url: string
  /** A key made under 开放接口 or with `npm run jieli -- key create`. */
  key: string
  /** For tests and proxies; the platform's own otherwise. */
  fetch?: typeof globalThis.fetch
  /** How often a call that may succeed later is tried again. Default 3. */
  retries?: number
}

export interface Issue {
  path: string
  code: string
  message: string
}

/** What the server says when it does not do a thing: `code` is stable, the message is for people. */
export class JieliError extends Error {
  readonly status: number
  readonly code: string
  readonly issues: readonly Issue[]

  constructor(problem: { status: number; code: string; title: string; issues?: Issue[] }) {
    super(problem.title)
    this.name = 'JieliError'
    this.status = problem.status
    this.code = problem.code
    this.issues = problem.issues ?? []
  }
}

/** A condition or formula as a tree: `{ call: 'equals', args: [{ field: 'stage' }, { value: 'new' }] }`. */
export type Expression =
  | { value: string | number | boolean | null | readonly unknown[] }
  | { field: string }
  | { call: string; args: readonly Expression[] }

/** The sub-tables of an object by name, each `{ values, edit }`: what its rows read as, what is written. Here: none. */
export type NoRows = unknown

export interface Stored<Values, Rows = NoRows> {
  id: string
  rev: number
  values: Values
  /** In their order; there when they were asked for with `include`, or written along. */
  rows?: { [Name in keyof Rows]?: Stored<Rows[Name] extends { values: infer V } ? V : never>[] }
}

/** A row to add, to change or to take out; rows that are not named stay. */
export type RowToSave<Edit> =
  | { values: Edit }
  | { id: string; rev?: number; values: Edit }
  | { id: string; rev?: number; remove: true }
export type RowsToSave<Rows> = keyof Rows extends never
  ? never
  : { [Name in keyof Rows]?: RowToSave<Rows[Name] extends { edit: infer E } ? E : never>[] }

export interface Query<Values, Rows = NoRows> {
  select?: (keyof Values & string)[]
  where?: Expression
  search?: string
  sort?: { field: string; direction?: 'asc' | 'desc' }[]
  limit?: number
  after?: string
  count?: 'none' | 'capped' | 'exact'
  include?: ((keyof Values | keyof Rows) & string)[]
}

export interface Page<Values, Rows = NoRows> {
  records: Stored<Values, Rows>[]
  /** Titles of the records and people that the values point to. */
  refs: Record<string, string>
  next?: string
  count?: { value: number; capped: boolean }
  included?: Record<string, Record<string, Stored<Record<string, unknown>>>>
}

export interface Group {
  where?: Expression
  groupBy: { as: string; of: Expression }[]
  measures: { as: string; fn: string; of?: Expression; where?: Expression }[]
  limit?: number
}

export interface CallOptions {
  /** Your own key for this call: sent twice, it is done once. */
  idempotencyKey?: string
}

export type BatchOperation<Input, Edit> =
  | { action: 'create'; values: Input }
  | { action: 'update'; id: string; rev?: number; values: Edit }
  | { action: 'upsert'; by: keyof Input & string; values: Input }
  | { action: 'delete'; id: string; rev?: number }

export interface BatchResult {
  id: string
  rev: number
  created: boolean
}

/** Sends requests, waits where the server asks to, and turns problems into errors. */
export class Connection {
  readonly #options: ClientOptions

  constructor(options: ClientOptions) {
    this.#options = options
  }

  async call<T>(method: string, path: string, body?: unknown, { idempotencyKey }: CallOptions = {}): Promise<T> {
    // What only reads, and what carries a key, may be sent again; anything else might be done twice.
    const mayRepeat = method === 'GET' || idempotencyKey !== undefined || /\/(query|group)$/.test(path)
    for (let attempt = 0; ; attempt++) {
      const answer = await this.#send(method, path, body, idempotencyKey)
      if (answer.ok) return (answer.status === 204 ? undefined : await answer.json()) as T
      const isBusy = answer.status === 429 || (mayRepeat && answer.status >= 502 && answer.status <= 504)
      if (!isBusy || attempt >= (this.#options.retries ?? 3)) throw await errorOf(answer)
      await pause(Number(answer.headers.get('retry-after') ?? 2 ** attempt))
    }
  }

  #send(method: string, path: string, body: unknown, idempotencyKey: string | undefined): Promise<Response> {
    const { url, key, fetch = globalThis.fetch } = this.#options
    return fetch(`${url.replace(/\/+$/, '')}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${key}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  }
}

const pause = (seconds: number): Promise<void> =>
  new Promise((resolve) => void setTimeout(resolve, Math.min(60, Math.max(0, seconds)) * 1_000))

const errorOf = async (answer: Response): Promise<JieliError> => {
  const problem = (await answer.json().catch(() => null)) as { code?: string; title?: string; issues?: Issue[] } | null
  return new JieliError({
    status: answer.status,
    code: problem?.code ?? 'unknown',
    title: problem?.title ?? `HTTP ${answer.status}`,
    ...(problem?.issues ? { issues: problem.issues } : {}),
  })
}

/** One object's records. */
export class ObjectClient<Values, Input, Edit, Rows = NoRows> {
  readonly #connection: Connection
  readonly #path: string

  constructor(connection: Connection, object: string) {
    this.#connection = connection
    this.#path = `/objects/${object}`
  }

  query(query: Query<Values, Rows> = {}): Promise<Page<Values, Rows>> {
    return this.#connection.call('POST', `${this.#path}/query`, query)
  }

  /** Every record that matches, page after page. */
  async *all(query: Query<Values, Rows> = {}): AsyncGenerator<Stored<Values, Rows>> {
    for (let after = query.after; ;) {
      const page = await this.query({ limit: 500, ...query, ...(after === undefined ? {} : { after }) })
      yield* page.records
      if (page.next === undefined) return
      after = page.next
    }
  }

  async group<Row = Record<string, unknown>>(group: Group): Promise<Row[]> {
    return (await this.#connection.call<{ rows: Row[] }>('POST', `${this.#path}/group`, group)).rows
  }

  async get(id: string, { include = [] }: { include?: (keyof Rows & string)[] } = {}): Promise<Stored<Values, Rows>> {
    const asked = include.length === 0 ? '' : `?include=${include.join(',')}`
    return (await this.#connection.call<{ record: Stored<Values, Rows> }>('GET', `${this.#path}/records/${id}${asked}`)).record
  }

  /** With `rows`, its rows are written in the same transaction. */
  async create(
    values: Input,
    { rows, ...options }: CallOptions & { rows?: RowsToSave<Rows> } = {},
  ): Promise<Stored<Values, Rows>> {
    const body = { values, ...(rows === undefined ? {} : { rows }) }
    const answer = await this.#connection.call<{ record: Stored<Values, Rows> }>('POST', `${this.#path}/records`, body, options)
    return answer.record
  }

  /** With `rev`, a change of the same field by somebody else in between is refused with `rev-conflict`. */
  async update(
    id: string,
    values: Edit,
    { rev, rows, ...options }: CallOptions & { rev?: number; rows?: RowsToSave<Rows> } = {},
  ): Promise<Stored<Values, Rows>> {
    const body = { values, ...(rev === undefined ? {} : { rev }), ...(rows === undefined ? {} : { rows }) }
    const answer = await this.#connection.call<{ record: Stored<Values, Rows> }>(
      'PATCH',
      `${this.#path}/records/${id}`,
      body,
      options,
    )
    return answer.record
  }

  delete(id: string): Promise<void> {
    return this.#connection.call('DELETE', `${this.#path}/records/${id}`)
  }

  /** Up to 5,000 operations, all or none. */
  async batch(operations: BatchOperation<Input, Edit>[], options?: CallOptions): Promise<BatchResult[]> {
    const answer = await this.#connection.call<{ results: BatchResult[] }>(
      'POST',
      `${this.#path}/batch`,
      { operations },
      options,
    )
    return answer.results
  }

  /** Updates the record that holds the value of an identifying field, or makes one. */
  async upsert(by: keyof Input & string, values: Input, options?: CallOptions): Promise<BatchResult> {
    const [result] = await this.batch([{ action: 'upsert', by, values }], options)
    if (!result) throw new Error('a batch answers each of its operations')
    return result
  }
}
