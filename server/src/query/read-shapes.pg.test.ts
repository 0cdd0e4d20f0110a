import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must, type BoardQueryInput, type CrmRecord, type RecordQueryInput } from '@jieli/core'
import { findBoard } from '../features/records/find-board.ts'
import { findRecords } from '../features/records/find-records.ts'
import { groupRecords } from '../features/records/group-records.ts'
import { plantLeakWorld } from '../testing/leak-world.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
  await plantLeakWorld(test)
}, 120_000)

afterAll(() => test.close())

const idsOf = (records: readonly CrmRecord[]): string[] => records.map((record) => record.id)
const all = async (query: RecordQueryInput): Promise<string[]> =>
  idsOf((await findRecords(test.contextOf('admin'), { ...query, limit: 1_000 })).records)

describe('a list', () => {
  const sort = fc.uniqueArray(
    fc.record({
      field: fc.constantFrom('name', 'budget', 'intent', 'createdAt', 'campus.name', 'nextAt'),
      direction: fc.constantFrom('asc' as const, 'desc' as const),
    }),
    { maxLength: 3, selector: (one) => one.field },
  )

  it('is the same read forwards and backwards, whatever it is sorted by and however it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(sort, fc.integer({ min: 1, max: 9 }), async (by, limit) => {
        const query = { object: 'lead', select: ['name'], ...(by.length > 0 ? { sort: by } : {}) }
        const whole = await all(query)
        const forwards = [await findRecords(test.contextOf('admin'), { ...query, limit })]
        for (let next = forwards[0]?.next; next !== undefined; next = forwards.at(-1)?.next)
          forwards.push(await findRecords(test.contextOf('admin'), { ...query, limit, after: next }))
        expect(forwards.flatMap((page) => idsOf(page.records))).toEqual(whole)
        const backwards = [must(forwards.at(-1))]
        for (let previous = backwards[0]?.previous; previous !== undefined; previous = backwards[0]?.previous)
          backwards.unshift(await findRecords(test.contextOf('admin'), { ...query, limit, before: previous }))
        expect(backwards.flatMap((page) => idsOf(page.records))).toEqual(whole)
      }),
      { numRuns: 25 },
    )
  })

  it('sums up its columns over all that match, not the page', async () => {
    const page = await findRecords(test.contextOf('admin'), {
      object: 'lead',
      limit: 2,
      totals: [
        { as: 'budget', fn: 'sum', of: { field: 'budget' } },
        { as: 'count', fn: 'count' },
      ],
    })
    const every = await findRecords(test.contextOf('admin'), { object: 'lead', select: ['budget'], limit: 1_000 })
    const sum = every.records.reduce((total, record) => total + Number(record.values['budget'] ?? 0), 0)
    expect(page.totals).toEqual({ budget: sum, count: every.records.length })
    expect(page.records).toHaveLength(2)
  })
})

describe('groups', () => {
  const byName = { object: 'lead', groupBy: [{ as: 'name', of: { field: 'name' } }] }
  const count = { as: 'count', fn: 'count' as const }

  it('beyond the first few are one group more, and nothing is lost', async () => {
    const measures = [count, { as: 'budget', fn: 'sum' as const, of: { field: 'budget' } }]
    const whole = await groupRecords(test.contextOf('admin'), { ...byName, measures })
    const few = await groupRecords(test.contextOf('admin'), { ...byName, measures, limit: 3, others: true })
    expect(few.map((row) => row['_others'])).toEqual([false, false, false, true])
    for (const figure of ['count', 'budget']) {
      const sum = (rows: typeof few): number => rows.reduce((total, row) => total + Number(row[figure] ?? 0), 0)
      expect(sum(few)).toBe(sum(whole))
    }
    expect(Number(few[0]?.['count'])).toBeGreaterThanOrEqual(Number(few[2]?.['count']))
  })

  it('may be kept by their figures', async () => {
    const whole = await groupRecords(test.contextOf('admin'), { ...byName, measures: [count] })
    const kept = await groupRecords(test.contextOf('admin'), {
      ...byName,
      measures: [count],
      having: { call: 'greaterThan', args: [{ field: 'count' }, { value: 4 }] },
    })
    expect(kept.length).toBeLessThan(whole.length)
    expect(new Set(kept.map((row) => row['name']))).toEqual(
      new Set(whole.filter((row) => Number(row['count']) > 4).map((row) => row['name'])),
    )
  })
})

describe('a board', () => {
  const board: BoardQueryInput = {
    object: 'lead',
    by: 'stage',
    columns: [{ value: 'new' }, { value: 'trial' }, { value: 'nowhere' }, { value: null }],
    select: ['name', 'stage', 'campus'],
    sort: [{ field: 'intent', direction: 'desc' }],
    limit: 4,
    sum: 'budget',
  }

  it('has in each column what a list of that stage has, with its count and sum', async () => {
    const { columns, refs } = await findBoard(test.contextOf('zhou'), board)
    for (const column of columns) {
      const where =
        column.value === null
          ? { call: 'isEmpty', args: [{ field: 'stage' }] }
          : { call: 'equals', args: [{ field: 'stage' }, { value: column.value }] }
      const list = await findRecords(test.contextOf('zhou'), {
        object: 'lead',
        select: ['name', 'stage', 'campus'],
        where,
        sort: [{ field: 'intent', direction: 'desc' }],
        limit: 4,
        count: 'exact',
        totals: [{ as: 'sum', fn: 'sum', of: { field: 'budget' } }],
      })
      expect(column).toEqual({
        value: column.value,
        records: list.records,
        ...(list.next ? { next: list.next } : {}),
        count: list.count,
        sum: list.totals?.['sum'],
      })
    }
    expect(Object.keys(refs).length).toBeGreaterThan(0)
  })

  it('orders a column in its own way where one is given, on the pages that follow too', async () => {
    const sort = [{ field: 'createdAt', direction: 'asc' as const }]
    const columns = [{ value: 'new' }, { value: 'trial', sort }]
    const [, trial] = (await findBoard(test.contextOf('zhou'), { ...board, columns })).columns
    const [more] = (
      await findBoard(test.contextOf('zhou'), { ...board, columns: [{ value: 'trial', sort, after: must(trial?.next) }] })
    ).columns
    const where = { call: 'equals', args: [{ field: 'stage' }, { value: 'trial' }] }
    const list = await findRecords(test.contextOf('zhou'), { object: 'lead', select: ['name'], where, sort, limit: 8 })
    expect([...must(trial).records, ...must(more).records].map(({ id }) => id)).toEqual(idsOf(list.records))
  })

  it('goes on in one column alone', async () => {
    const [first] = (await findBoard(test.contextOf('zhou'), board)).columns
    const [more] = (
      await findBoard(test.contextOf('zhou'), { ...board, columns: [{ value: 'new', after: must(first?.next) }] })
    ).columns
    expect(idsOf(more?.records ?? []).filter((id) => idsOf(first?.records ?? []).includes(id))).toEqual([])
    expect(more?.records.every((record) => record.values['stage'] === 'new')).toBe(true)
  })
})

describe('a condition on children', () => {
  it('keeps the leads that have such tasks, and counts only tasks that the reader may see', async () => {
    const asked = { call: 'greaterThan', args: [{ over: 'task.lead', fn: 'count' as const }, { value: 0 }] }
    const tasks = await findRecords(test.contextOf('lina'), { object: 'task', select: ['lead'], limit: 1_000 })
    const mine = new Set(tasks.records.map((record) => record.values['lead']))
    const leads = await findRecords(test.contextOf('lina'), { object: 'lead', limit: 1_000 })
    const kept = await findRecords(test.contextOf('lina'), { object: 'lead', where: asked, limit: 1_000 })
    expect(idsOf(kept.records)).toEqual(idsOf(leads.records).filter((id) => mine.has(id)))
    const none = await findRecords(test.contextOf('lina'), {
      object: 'lead',
      where: { over: 'task.lead', fn: 'none' },
      limit: 1_000,
    })
    expect(idsOf(none.records)).toEqual(idsOf(leads.records).filter((id) => !mine.has(id)))
  })
})
