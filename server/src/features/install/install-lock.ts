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

const discardUnfinished = async (client: pg.Client, schema: string): Promise<void> => {
  const marked = await client.query(
    `SELECT 1 FROM information_schema.columns WHERE table_schema = $1 AND table_name = 'workspace' AND column_name = 'installing'`,
    [schema],
  )
  if (marked.rowCount === 0) return
  const unfinished = await client.query(`SELECT 1 FROM ${schema}.workspace WHERE installing`)
  if (unfinished.rowCount !== 0) await client.query(`DROP SCHEMA ${schema} CASCADE`)
}
