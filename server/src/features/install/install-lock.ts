import pg from 'pg'

/** Any number does, as long as every process of ours takes the same. */
const INSTALL_LOCK = 7_245_002

/**
 * Opens and, when it is empty, fills a workspace while no other process does. An installation that a crash cut off is thrown
 * away first and begun anew: half a company is worse than none.
 */
export const withInstallLock = async <T>(databaseUrl: string, schema: string, work: () => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  // A server that goes away while the lock is held says so by an event; the work notices by itself.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [INSTALL_LOCK])
    await discardUnfinished(client, schema)
    return await work()
  } finally {
    await client.end()
  }
}

/** Whether a company is in place: neither an empty database nor an installation under way or cut off. */
export const isInstalled = async (databaseUrl: string, schema: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await readState(client, schema)) === 'installed'
  } finally {
    await client.end()
  }
}

const discardUnfinished = async (client: pg.Client, schema: string): Promise<void> => {
  if ((await readState(client, schema)) === 'unfinished') await client.query(`DROP SCHEMA ${schema} CASCADE`)
}

/** A workspace that an older program made has no such mark, and is whole. */
const readState = async (client: pg.Client, schema: string): Promise<'none' | 'unfinished' | 'installed'> => {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
    `${schema}.workspace`,
  ])
  if (!rows[0]?.there) return 'none'
  const marks = await client.query<{ installing: string | null }>(
    `SELECT to_jsonb(one) ->> 'installing' AS installing FROM ${schema}.workspace one`,
  )
  if (marks.rowCount === 0) return 'none'
  return marks.rows.some((row) => row.installing === 'true') ? 'unfinished' : 'installed'
}
