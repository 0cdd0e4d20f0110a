import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from './test-database.ts'
import { createTestDatabase } from './test-database.ts'

let database: TestDatabase
let pool: pg.Pool

beforeAll(async () => {
  database = await createTestDatabase()
  pool = new pg.Pool({ connectionString: database.url, max: 2 })
})

afterAll(async () => {
  await pool.end()
  await database.drop()
})

async function valueOf(sql: string): Promise<unknown> {
  const { rows } = await pool.query({ text: sql, rowMode: 'array' })
  return rows[0]?.[0]
}

describe('a test database', () => {
  it('is a PostgreSQL 15 or later in UTF8', async () => {
    expect(Number(await valueOf('show server_version_num'))).toBeGreaterThanOrEqual(150000)
    expect(await valueOf('show server_encoding')).toBe('UTF8')
  })

  it('sorts as people in China expect: digits, Chinese by pinyin, Latin', async () => {
    const sorted = await valueOf(`select array_agg(name order by name) from unnest(array['张','李','王','陈','a','1']) name`)
    expect(sorted).toEqual(['1', '陈', '李', '王', '张', 'a'])
  })

  it('has the extensions the search and the exclusion rules need', async () => {
    await pool.query('create extension pg_trgm; create extension btree_gin; create extension btree_gist')
    expect(await valueOf(`select 'qingyu education' % 'qingyu educaton'`)).toBe(true)
  })

  it('lower-cases and matches letters beyond ASCII without a locale of the operating system', async () => {
    expect(await valueOf(`select lower('ÄÉ')`)).toBe('äé')
    expect(await valueOf(`select '校区' ~ '^[[:alpha:]]+$'`)).toBe(true)
  })

  it('can be copied from another, and the copy is its own', async () => {
    const template = await createTestDatabase()
    const client = new pg.Client({ connectionString: template.url })
    await client.connect()
    await client.query('create table lead (name text); insert into lead values ($$李梅$$)')
    await client.end()
    const copy = await createTestDatabase({ template: new URL(template.url).pathname.slice(1) })
    const reader = new pg.Client({ connectionString: copy.url })
    await reader.connect()
    expect((await reader.query('select name from lead')).rows).toEqual([{ name: '李梅' }])
    await reader.end()
    await copy.drop()
    await template.drop()
  })

  it('can be dropped while a connection is still open', async () => {
    const other = await createTestDatabase()
    const client = new pg.Client({ connectionString: other.url })
    client.on('error', () => undefined)
    await client.connect()
    await other.drop()
    await expect(createTestDatabase({ template: new URL(other.url).pathname.slice(1) })).rejects.toThrow(/does not exist/)
  })
})
