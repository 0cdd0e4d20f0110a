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

/**
 * Reads a statement by a cursor of the database, in a transaction of the given connection: planned once, and never more of it
 * in memory than two parts, for the next is on its way while one is worked on, and no further.
 */
export async function* streamRows(
  client: pg.Client,
  { text, params, types }: Source,
  { first, rest }: StreamSizes,
): AsyncGenerator<unknown[][]> {
  await client.query('BEGIN READ ONLY')
  await client.query({ text: `DECLARE part NO SCROLL CURSOR FOR ${text}`, values: params })
  const fetch = async (count: number): Promise<unknown[][]> =>
    (await client.query<unknown[]>({ text: `FETCH ${count} FROM part`, rowMode: 'array', types })).rows
  let wanted = first
  let rows = await fetch(wanted)
  while (rows.length > 0) {
    const ahead = rows.length < wanted ? undefined : fetch(rest)
    // Its failure is heard when its turn comes, and by nobody when the reader has gone.
    ahead?.catch(() => undefined)
    yield rows
    wanted = rest
    rows = (await ahead) ?? []
  }
}
