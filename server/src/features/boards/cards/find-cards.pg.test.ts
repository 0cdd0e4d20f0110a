import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { boardCardSchema, must, type BoardCard } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../../testing/open-test-workspace.ts'
import { findRecords } from '../../records/find-records.ts'
import { groupRecords } from '../../records/group-records.ts'
import { seedBoard, type SeededLead, type SeededOrder } from '../seed-board.fixture.ts'
import { findCards, type Behind, type CardFigures } from './find-cards.ts'

const NOW = '2026-11-21T07:30:00.000Z'
let company: TestWorkspace
let leads: SeededLead[]
let orders: SeededOrder[]
beforeAll(async () => {
  company = await openTestWorkspace({ now: NOW })
  ;({ leads, orders } = await seedBoard(company, 240))
})
afterAll(() => company.close())

const card = (more: object): BoardCard =>
  boardCardSchema.parse({
    kind: 'query',
    id: 'one',
    span: 1,
    title: { 'zh-CN': '一张' },
    chart: 'bar',
    object: 'lead',
    measure: { fn: 'count' },
    ...more,
  })

type Shown = Extract<CardFigures, { state: 'shown' }>
const find = async (more: object, login = 'admin', campus?: string): Promise<Shown> => {
  const found = await findCards(company.contextOf(login), [card(more)], { range: 'month', campusId: campus })
  const [only] = found.cards
  if (only?.state !== 'shown') throw new Error('the card is closed')
  return only
}
const countOf = async ({ object, where }: Behind, login = 'admin'): Promise<number> =>
  Number(
    (await groupRecords(company.contextOf(login), { object, where, groupBy: [], measures: [{ as: 'n', fn: 'count' }] }))[0]?.[
      'n'
    ],
  )

const monthBegan = '2026-10-31T16:00:00.000Z'
const thisMonth = () => leads.filter(({ createdAt }) => createdAt >= monthBegan)

describe('a card of one’s own', () => {
  it('counts the stretch beside the one before, and opens to the very records it counts', async () => {
    const found = await find({ chart: 'number', period: { field: 'createdAt', range: 'board' } })
    const before = leads.filter(
      ({ createdAt }) => createdAt >= '2026-09-30T16:00:00.000Z' && createdAt <= '2026-10-21T07:30:00.000Z',
    )
    expect(found.total).toBe(thisMonth().length)
    expect(found.before).toBe(before.length)
    expect(await countOf(found.query)).toBe(found.total)
    expect(found.groups).toEqual([])
  })

  it('adds up money by a choice, the greatest first, and each bar opens to its records', async () => {
    const income = { object: 'order', measure: { fn: 'sum', field: 'amount' }, period: { field: 'closedAt', range: 'month' } }
    const found = await find({ ...income, groupBy: [{ field: 'status' }] })
    const month = orders.filter(({ closedAt }) => closedAt >= monthBegan)
    expect(found.total).toBeCloseTo(month.reduce((sum, { amount }) => sum + amount, 0))
    expect(found.groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeCloseTo(found.total ?? 0)
    const values = found.groups.map(({ value }) => value ?? 0)
    expect(values).toEqual(values.toSorted((a, b) => b - a))
    for (const group of found.groups)
      expect(await countOf(group.query)).toBe(month.filter(({ status }) => status === group.keys[0]).length)
  })

  it('gathers what the greatest leave out, so that the parts make the whole', async () => {
    const found = await find({ chart: 'ring', groupBy: [{ field: 'stage' }] })
    const rest = must(found.others)
    expect(found.groups).toHaveLength(6)
    expect(found.groups.reduce((sum, { value }) => sum + (value ?? 0), rest.value ?? 0)).toBe(found.total)
    expect(await countOf(rest.query)).toBe(rest.value)
  })

  it('draws a line over every day of its stretch, each point with its records', async () => {
    const found = await find({
      chart: 'line',
      period: { field: 'createdAt', range: 'month' },
      groupBy: [{ field: 'createdAt', bucket: 'day' }],
    })
    expect(found.groups.map(({ keys }) => keys[0])).toEqual(
      Array.from({ length: 21 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`),
    )
    expect(found.groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(thisMonth().length)
    for (const group of found.groups.slice(0, 4)) expect(await countOf(group.query)).toBe(group.value)
  })

  it('has two keys, and counts different values', async () => {
    const cells = await find({ chart: 'table', groupBy: [{ field: 'source' }, { field: 'createdAt', bucket: 'month' }] })
    expect(cells.groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(leads.length)
    expect(await countOf(must(cells.groups[0]).query)).toBe(must(cells.groups[0]).value)
    const owners = await find({ chart: 'number', measure: { fn: 'distinct', field: 'owner' } })
    expect(owners.total).toBe(new Set(leads.flatMap(({ owner }) => owner ?? [])).size)
  })

  it('tells the names of the records that its groups are', async () => {
    const { cards, titles } = await findCards(
      company.contextOf('admin'),
      [card({ groupBy: [{ field: 'campus' }] }), card({ id: 'two', groupBy: [{ field: 'owner' }] })],
      { range: 'week' },
    )
    const keys = cards.flatMap((one) => (one.state === 'shown' ? one.groups.map(({ keys: [key] }) => key) : []))
    for (const key of keys) if (key !== null) expect(titles[String(key)]).toBeTruthy()
  })

  it('follows the campus that was chosen above the board', async () => {
    const all = await find({ chart: 'number' })
    const some = await find({ chart: 'number' }, 'admin', must(company.ids.campuses['xianlin']))
    expect(some.total).toBe(leads.filter(({ campus }) => campus === 'xianlin').length)
    expect(some.total).toBeLessThan(all.total ?? 0)
    expect(some.ignoresCampus).toBe(false)
  })
})

describe('whoever looks', () => {
  it('sees figures of nothing but the records they may read', async () => {
    const found = await find({ chart: 'number' }, 'zhou')
    expect(found.total).toBe(await countOf({ object: 'lead' }, 'zhou'))
    const page = await findRecords(company.contextOf('zhou'), { object: 'lead', count: 'exact', limit: 1 })
    expect(found.total).toBe(page.count?.value)
  })

  it('gets one answer for what is not there and for what they may not know; other cards stay', async () => {
    const { cards } = await findCards(
      company.contextOf('zhou'),
      [
        card({ id: 'gone', chart: 'number', object: 'nothing' }),
        card({ id: 'field', groupBy: [{ field: 'nothing' }] }),
        card({ id: 'sum', chart: 'number', measure: { fn: 'sum', field: 'nothing' } }),
        card({ id: 'fine', chart: 'number' }),
      ],
      { range: 'week' },
    )
    expect(cards.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed', 'shown'])
    expect(cards[0]).toEqual({ id: 'gone', state: 'closed' })
  })

  it('needs to be one who sees boards', async () => {
    await expect(findCards(company.contextOf('lina'), [card({ chart: 'number' })], { range: 'week' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})
