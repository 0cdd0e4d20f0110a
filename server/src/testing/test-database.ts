import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'

export interface TestDatabase {
  readonly url: string
  /** Also ends connections that a test forgot. */
  drop(): Promise<void>
}

/**
 * A fresh database on the run's server: UTF8, Chinese order, nobody else in it. Ask for one per test file
 * (`beforeAll`), drop it in `afterAll`. With `template` it is a copy of that database, to which nobody may be connected.
 *
 * ```ts
 * const database = await createTestDatabase()
 * const pool = new pg.Pool({ connectionString: database.url })
 * ```
 */
export async function createTestDatabase({ template }: { template?: string } = {}): Promise<TestDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await onServer(`CREATE DATABASE ${name} ${template ? `TEMPLATE ${pg.escapeIdentifier(template)}` : emptyChinese}`)
  return {
    url: databaseUrl(name),
    drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  }
}

/** Said in full, because a server given by DATABASE_URL may have other defaults. */
const emptyChinese = `TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'zh-CN' LOCALE 'C'`

/** The address of another database on the run's server. */
export function databaseUrl(name: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  return url.href
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('postgresUrl') })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
