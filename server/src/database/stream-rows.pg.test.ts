import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { collect } from '../features/exports/collect.fixture.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

let test: TestWorkspace
beforeAll(async () => (test = await openTestWorkspace()), 120_000)
afterAll(() => test.close())

const sizes = { first: 1, rest: 64 }
const streamed = async (text: string, params: unknown[]): Promise<unknown[][]> =>
  (await collect(test.workspace.db.stream(text, params, sizes))).flat()

const text = fc.oneof(
  fc.string({ unit: 'grapheme' }).map((one) => one.replaceAll('\0', '').toWellFormed()),
  fc.string({
    unit: fc.constantFrom('\\', 'N', "'", '"', '\t', '\n', '\r', '\v', '\b', '\f', '{', '}', ',', '$1', 'w.', '字', '😀'),
  }),
)

it('gives what the driver gives for the same statement and the same values, whatever is in them', async () => {
  const values = fc.tuple(
    fc.option(text),
    fc.array(fc.option(text), { maxLength: 4 }),
    fc.boolean(),
    fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
    fc.option(fc.dictionary(text, text).map((one) => JSON.stringify(one))),
    fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString()),
  )
  const statement = `SELECT n::int AS n, $1::text AS a, $2::text[] AS b, $3::boolean AS c, $4::numeric AS d, $5::jsonb AS e,
    $6::timestamptz AS f, $1::text IS NULL AS g, -$4::bigint AS h, '\\d+' AS i FROM generate_series(1, 3) n ORDER BY n`
  await fc.assert(
    fc.asyncProperty(values, async (params) => {
      const rows = await test.workspace.db.query(statement, params)
      expect(await streamed(statement, params)).toEqual(rows.map((row) => Object.values(row)))
    }),
    { numRuns: 200 },
  )
})

it('comes in parts, the first of them early, and ends when the reader does', async () => {
  const parts = test.workspace.db.stream('SELECT n FROM generate_series(1, 100000) n ORDER BY n', [], {
    first: 1,
    rest: 50_000,
  })
  const lengths: number[] = []
  for await (const part of parts) {
    lengths.push(part.length)
    if (lengths.length === 3) break
  }
  expect(lengths[0]).toBeLessThan(lengths[1] ?? 0)
  const open = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'COPY (SELECT n FROM%' AND state = 'active'`
  await expect.poll(async () => (await test.workspace.db.query(open)).length).toBe(0)
})

it('tells a failure in the middle to the reader', async () => {
  const read = streamed('SELECT 1 / (3000 - n) FROM generate_series(1, 4000) n', [])
  await expect(read).rejects.toMatchObject({ code: '22012' })
})

it('takes no value that would end the statement', async () => {
  await expect(streamed('SELECT $1::text', ['a\0b'])).rejects.toThrow(/no text of PostgreSQL/)
})
