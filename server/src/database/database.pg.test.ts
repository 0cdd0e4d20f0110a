import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createLog } from '../runtime/log.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { createPool, Database } from './database.ts'

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
