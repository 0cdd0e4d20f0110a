import { readFile, readdir } from 'node:fs/promises'
import pg from 'pg'
import type { Log } from '../runtime/log.ts'

const folder = new URL('./migrations/', import.meta.url)

/** Any number does, as long as every process of ours takes the same. */
const MIGRATION_LOCK = 7_245_001

/**
 * Brings a workspace's schema to the newest version: numbered SQL files, each in a transaction with its own mark, under a
 * lock so that two processes starting together do it once. A database that is newer than this program is refused.
 */
export const migrateWorkspace = async (pool: pg.Pool, schema: string, log: Log): Promise<void> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const client = await pool.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK])
    await prepare(client, schema)
    const done = await client.query<{ name: string }>(`SELECT name FROM ${schema}.migration ORDER BY name`)
    const applied = new Set(done.rows.map((row) => row.name))
    const unknown = [...applied].filter((name) => !files.includes(name))
    if (unknown.length > 0)
      throw new Error(`the database is newer than this program (it has ${unknown.join(', ')}): start the newer version`)
    for (const name of files.filter((file) => !applied.has(file))) {
      await applyOne(client, schema, name)
      log.info({ migration: name, schema }, 'migrated')
    }
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined)
    client.release()
  }
}

/** Migrations that a start of this program would run; all of them where nothing is installed. */
export const dueMigrations = async (databaseUrl: string, schema: string): Promise<string[]> => {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort()
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ there: boolean }>('SELECT to_regclass($1) IS NOT NULL AS there', [
      `${schema}.migration`,
    ])
    if (!rows[0]?.there) return files
    const done = await client.query<{ name: string }>(`SELECT name FROM ${schema}.migration`)
    return files.filter((file) => !done.rows.some((row) => row.name === file))
  } finally {
    await client.end()
  }
}

const prepare = async (client: pg.PoolClient, schema: string): Promise<void> => {
  await client.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
  await client.query('CREATE EXTENSION IF NOT EXISTS btree_gin')
  await client.query(`CREATE SCHEMA IF NOT EXISTS ${schema}`)
  await client.query(
    `CREATE TABLE IF NOT EXISTS ${schema}.migration (name text PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())`,
  )
}

const applyOne = async (client: pg.PoolClient, schema: string, name: string): Promise<void> => {
  const text = (await readFile(new URL(name, folder), 'utf8')).replace(/\bw\.(?=[a-z_])/g, `${schema}.`)
  await client.query('BEGIN')
  try {
    // Indexes of large tables made anew take longer than any statement of ours may.
    await client.query('SET LOCAL statement_timeout = 0')
    await client.query(text)
    await recordSettings(client, schema)
    await client.query(`INSERT INTO ${schema}.migration (name) VALUES ($1)`, [name])
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

/** What a migration did to settings is logged as a change, so that the check of the log finds only what nobody owned up to. */
const recordSettings = async (client: pg.PoolClient, schema: string): Promise<void> => {
  const { rows } = await client.query<{ there: boolean }>('SELECT to_regprocedure($1) IS NOT NULL AS there', [
    `${schema}.record_migrated_settings()`,
  ])
  if (rows[0]?.there) await client.query(`SELECT ${schema}.record_migrated_settings()`)
}
