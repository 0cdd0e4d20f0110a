import type { FieldType, FieldTypes, Value } from '@jieli/core'
import { locales } from '@jieli/core/i18n/label'
import fc from 'fast-check'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPool, Database } from '../../server/src/database/database.ts'
import { createLog } from '../../server/src/runtime/log.ts'
import { createTestDatabase, type TestDatabase } from '../../server/src/testing/test-database.ts'
import { fieldTypes } from './index.ts'

const registry: FieldTypes = fieldTypes

let testDatabase: TestDatabase
let pool: pg.Pool
let database: Database

beforeAll(async () => {
  testDatabase = await createTestDatabase()
  pool = createPool(testDatabase.url, 1)
  database = new Database(pool, 'public', createLog('silent'))
})

afterAll(async () => {
  await pool.end()
  await testDatabase.drop()
})

const toRow = (type: FieldType, value: Value): unknown => (type.toRow ? type.toRow(value) : value)

async function throughColumn(type: FieldType, column: string, values: Value[]): Promise<unknown[]> {
  await database.query('DROP TABLE IF EXISTS w.law')
  await database.query(`CREATE TABLE w.law (at int, v ${column})`)
  for (const [at, value] of values.entries())
    await database.query('INSERT INTO w.law VALUES ($1, $2)', [at, toRow(type, value)])
  const rows = await database.query<{ v: unknown }>('SELECT v FROM w.law ORDER BY at')
  return rows.map(({ v }) => (type.fromRow ? type.fromRow(v) : v))
}

/** Stored values made of wild input: whatever `parse` lets through must fit the column. */
function generatedValues(type: FieldType, settings: Record<string, unknown>): Value[] {
  const texts = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.json({ noUnicodeString: false }),
    fc.uuid(),
    fc.webUrl(),
  )
  const wild = fc.oneof(texts, fc.double(), fc.integer())
  const parsed = fc.sample(wild, { numRuns: 150, seed: 20_260_308 }).map((input) => type.parse(input, settings))
  return parsed.flatMap((one) => (one.ok ? [one.value] : [])).slice(0, 25)
}

test.each(Object.entries(registry))(
  '%s: what is stored is what is read, and it equals itself and nothing else',
  async (_name, type) => {
    for (const { settings, values } of type.samples) {
      const all = [...values, ...generatedValues(type, settings), null]
      expect(await throughColumn(type, type.column(settings), all)).toEqual(all)
      for (const value of values) {
        const found = await database.query<{ at: number }>('SELECT at FROM w.law WHERE v = $1 ORDER BY at', [
          toRow(type, value),
        ])
        const expected = all.flatMap((other, at) => (JSON.stringify(other) === JSON.stringify(value) ? [at] : []))
        expect(found.map(({ at }) => at)).toEqual(expected)
      }
    }
  },
)

test.each(Object.entries(registry).filter(([, type]) => type.textSql !== undefined))(
  '%s: its text made in SQL is its text',
  async (_name, type) => {
    for (const { settings, values } of type.samples) {
      const all = [...values, ...valuesOfTime(type, settings), ...generatedValues(type, settings), null]
      await throughColumn(type, type.column(settings), all)
      for (const locale of locales) {
        const sql = type.textSql?.('v', settings, locale)
        if (sql === undefined) continue
        const rows = await database.query<{ text: string | null }>(`SELECT ${sql} AS text FROM w.law ORDER BY at`)
        expect(rows.map(({ text }) => text ?? '')).toEqual(all.map((value) => type.format(value, settings, locale)))
      }
    }
  },
)

test.each(Object.entries(registry).filter(([, type]) => type.coverSql !== undefined))(
  '%s: its cover made in SQL is its cover',
  async (_name, type) => {
    for (const { settings, values } of type.samples) {
      const all = [...values, ...generatedValues(type, settings), null]
      await throughColumn(type, type.column(settings), all)
      const rows = await database.query<{ text: string | null }>(
        `SELECT ${type.coverSql?.('v')} AS text FROM w.law ORDER BY at`,
      )
      expect(rows.map(({ text }) => text ?? '')).toEqual(all.map((value) => type.mask?.(value)))
    }
  },
)

/** Moments of many years, seasons and hours, as far as the type takes them. */
function valuesOfTime(type: FieldType, settings: Record<string, unknown>): Value[] {
  const moments = fc.date({ noInvalidDate: true, min: new Date('1850-01-01'), max: new Date('2399-12-31') })
  return fc.sample(moments, { numRuns: 300, seed: 20_261_122 }).flatMap((moment) => {
    const parsed = type.parse(moment.toISOString(), settings)
    return parsed.ok ? [parsed.value] : []
  })
}

test.each(Object.entries(registry).filter(([, type]) => type.uniqueKey !== undefined))(
  '%s: what may not repeat is kept so by an index, however long and however written',
  async (_name, type) => {
    for (const { settings, values } of type.samples) {
      const column = type.column(settings)
      const longest = type.parse('汉'.repeat(Number(settings['maxLength'] ?? 1)), settings)
      const all = [...values, ...(longest.ok ? [longest.value] : [])]
      await database.query('DROP TABLE IF EXISTS w.law')
      await database.query(`CREATE TABLE w.law (at int, v ${column})`)
      await database.query(`CREATE UNIQUE INDEX ON w.law ((${type.uniqueKey?.('v')}))`)
      const insert = (value: Value): Promise<unknown> =>
        database.query('INSERT INTO w.law VALUES (0, $1)', [toRow(type, value)])
      for (const value of [...all, null, null]) await insert(value)
      for (const value of all) await expect(insert(value)).rejects.toMatchObject({ code: '23505' })
    }
  },
)
