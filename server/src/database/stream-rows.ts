import type pg from 'pg'

export interface StreamSizes {
  /** Rows of the first part: few, so that it is there at once. */
  first: number
  /** Rows of every other part. */
  rest: number
}

interface Source {
  text: string
  params: unknown[]
  types: pg.CustomTypesConfig
}

/** Parts asked for beyond the one worked on: the database goes on to the second while the first is being taken in. */
const AHEAD = 2

/**
 * Reads a statement by a cursor of the database, in a transaction of the given connection: planned once, and never more of it
 * in memory than three parts, for two are on their way while one is worked on, and no further.
 */
export async function* streamRows(
  client: pg.Client,
  { text, params, types }: Source,
  { first, rest }: StreamSizes,
): AsyncGenerator<unknown[][]> {
  await client.query('BEGIN READ ONLY')
  await client.query({ text: `DECLARE part NO SCROLL CURSOR FOR ${text}`, values: params })
  const fetch = (count: number): Promise<unknown[][]> => {
    const rows = client
      .query<unknown[]>({ text: `FETCH ${count} FROM part`, rowMode: 'array', types })
      .then((result) => result.rows)
    // Its failure is heard when its turn comes, and by nobody when the reader has gone.
    rows.catch(() => undefined)
    return rows
  }
  let rows = await fetch(first)
  const coming: Promise<unknown[][]>[] = []
  while (rows.length > 0) {
    while (coming.length < AHEAD) coming.push(fetch(rest))
    yield rows
    rows = (await coming.shift()) ?? []
  }
}
