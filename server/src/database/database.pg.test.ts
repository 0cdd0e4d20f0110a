import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../runtime/log.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createPool, Database, type Transaction } from './database.ts'

let test: TestDatabase
let pool: ReturnType<typeof createPool>
let db: Database
beforeAll(async () => {
  test = await createTestDatabase()
  pool = createPool(test.url, 4)
  db = new Database(pool, 'w_test', createLog('silent'))
  await pool.query('CREATE SCHEMA w_test; CREATE TABLE w_test.step (n int PRIMARY KEY, note text)')
})
afterAll(async () => {
  await pool.end()
  await test.drop()
})

const put = 'INSERT INTO w.step (n, note) VALUES ($1, $2)'
const all = (): Promise<object[]> => db.query('SELECT n, note FROM w.step ORDER BY n')

describe('a statement that is only sent', () => {
  it('is done when the transaction is, in the order in which it was given', async () => {
    await db.transaction(async (tx) => {
      tx.send(put, [1, 'sent'])
      expect(await tx.query('SELECT note FROM w.step WHERE n = 1')).toEqual([{ note: 'sent' }])
      tx.send(`UPDATE w.step SET note = note || ' twice' WHERE n = 1`)
    })
    expect(await all()).toEqual([{ n: 1, note: 'sent twice' }])
  })

  it('fails the transaction, of which then nothing is there and nothing is told', async () => {
    let isTold = false
    const failing = db.transaction((tx) => {
      tx.afterCommit(() => (isTold = true))
      tx.send(put, [2, 'good'])
      tx.send(put, [1, 'there already'])
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    expect(isTold).toBe(false)
    expect(await all()).toHaveLength(1)
  })

  it('is named as what failed, not the statement behind it that PostgreSQL refused for that', async () => {
    const failing = db.transaction(async (tx) => {
      tx.send(put, [1, 'there already'])
      await tx.query('SELECT 1')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
  })

  it('does not hide what the caller made of a failure it was told of', async () => {
    const failing = db.transaction(async (tx) => {
      await tx.query(put, [1, 'there already']).catch(() => {
        tx.send(put, [3, 'too late'])
        throw new Error('taken')
      })
    })
    await expect(failing).rejects.toThrow('taken')
  })

  it('is not taken for done when the caller passed over a failure of which it was told', async () => {
    const passingOver = db.transaction(async (tx) => {
      tx.send(put, [5, 'undone'])
      await tx.query(put, [1, 'there already']).catch(() => undefined)
    })
    await expect(passingOver).rejects.toThrow('undone')
    expect(await all()).not.toContainEqual({ n: 5, note: 'undone' })
  })

  it('has the transaction tried again when the database asks for it', async () => {
    let tries = 0
    await db.transaction((tx) => {
      tries++
      if (tries < 3) tx.send(`DO $$ BEGIN RAISE EXCEPTION 'in each other''s way' USING ERRCODE = '40001'; END $$`)
      else tx.send(put, [4, 'third time'])
    })
    expect(tries).toBe(3)
    expect(await all()).toContainEqual({ n: 4, note: 'third time' })
  })

  it('leaves the connection clean for whoever has it next', async () => {
    await db.transaction((tx) => tx.send('SELECT nonsense')).catch(() => undefined)
    expect(await Promise.all([1, 2, 3, 4, 5].map(() => db.query('SELECT 1 AS one')))).toHaveLength(5)
  })
})

describe('rows that are copied', () => {
  beforeAll(async () => {
    await pool.query(
      'CREATE TABLE w_test.kind (n int PRIMARY KEY, t text, l text[], j jsonb, at timestamptz(3), b boolean, d numeric(6,2))',
    )
  })
  const copied = (tx: Transaction, n: number, text: string): void =>
    tx.copy('w.kind', ['n', 't', 'l', 'j'], [[n, text, [text, null], JSON.stringify({ text })]])

  it('are there in order with the statements around them, whatever is in their texts', async () => {
    const texts = ['', '\\N', '\\.', 'a\tb\r\nc\\d', '"{,}"', 'NULL', '孩子 👪', "'; DROP TABLE"]
    const rows = await db.transaction(async (tx) => {
      tx.send('INSERT INTO w.kind (n) VALUES (-1)')
      for (const [n, text] of texts.entries()) copied(tx, n, text)
      tx.send('DELETE FROM w.kind WHERE n = -1')
      return tx.query('SELECT n, t, l, j FROM w.kind ORDER BY n')
    })
    expect(rows).toEqual(texts.map((text, n) => ({ n, t: text, l: [text, null], j: { text } })))
  })

  it('are of the column’s type, and what is left out has its default', async () => {
    await db.transaction((tx) => tx.copy('w.kind', ['n', 'at', 'b', 'd'], [[100, '2026-11-30T01:02:03.4567Z', false, 1.005]]))
    expect(await db.query('SELECT t, at, b, d FROM w.kind WHERE n = 100')).toEqual([
      { t: null, at: '2026-11-30T01:02:03.457Z', b: false, d: '1.01' },
    ])
  })

  it('fail the transaction when they may not be there, and PostgreSQL passes over what follows', async () => {
    const failing = db.transaction((tx) => {
      copied(tx, 200, 'good')
      copied(tx, 0, 'there already')
      copied(tx, 201, 'x'.repeat(200_000))
      tx.send('INSERT INTO w.kind (n) VALUES (202)')
    })
    await expect(failing).rejects.toMatchObject({ code: '23505' })
    await expect(db.transaction((tx) => tx.copy('w.nothing', ['n'], [[1]]))).rejects.toMatchObject({ code: '42P01' })
    expect(await db.query('SELECT n FROM w.kind WHERE n >= 200')).toEqual([])
  })
})
