import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, type Expression } from '@jieli/core'
import { civilDate, instantOf } from '@jieli/core/time/zoned-time'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { boardTime, type BoardRange, type Span } from './board-time.ts'
import { findCampusBoard } from './find-campus-board.ts'
import { seedBoard, type SeededLead, type SeededOrder } from './seed-board.fixture.ts'

const NOW = '2026-11-21T07:30:00.000Z'
const zone = 'Asia/Shanghai'
let company: TestWorkspace
let leads: SeededLead[]
let orders: SeededOrder[]

beforeAll(async () => {
  company = await openTestWorkspace({ now: NOW })
  ;({ leads, orders } = await seedBoard(company, 700))
})
afterAll(() => company.close())

const within = ({ from, to }: Span, at: string): boolean => from <= at && at <= to
const medianOf = (numbers: number[]): number | null => {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return sorted.length === 0 ? null : (must(sorted[Math.floor(middle)]) + must(sorted[Math.ceil(middle)])) / 2
}
const one = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10)
const way = ['new', 'contacted', 'trial-booked', 'visited', 'quoted', 'enrolled']
const reached = (lead: SeededLead, stage: string): boolean => way.indexOf(lead.furthest) >= way.indexOf(stage)
/** Booked, not lost, and the day is yet to come: nobody can say whether they will be there. */
const isAhead = (lead: SeededLead): boolean => lead.stage === 'trial-booked' && lead.nextAt !== null && lead.nextAt > NOW
const shift = (span: Span, ms: number): Span => ({
  from: new Date(instantOf(span.from) + ms).toISOString(),
  to: new Date(instantOf(span.to) + ms).toISOString(),
})
const minutesOf = (some: SeededLead[]): number[] => some.flatMap((lead) => lead.minutes ?? [])

/** The same figures by the plainest means. */
const recompute = (all: SeededLead[], span: Span) => {
  const here = all.filter((lead) => within(span, lead.createdAt))
  const due = all.filter((lead) => within(shift(span, -48 * 3_600_000), lead.createdAt))
  const answered = here.filter((lead) => lead.minutes !== null)
  const touches = all.flatMap((lead) => lead.touches).filter((touch) => within(span, touch.receivedAt))
  const median = medianOf(minutesOf(here))
  const booked = here.filter((lead) => reached(lead, 'trial-booked'))
  const judged = booked.filter((lead) => !isAhead(lead))
  const parts = [
    touches.length === 0 ? null : (touches.filter((touch) => touch.delay <= 120).length / touches.length) * 100,
    median === null ? null : 100 * Math.min(1, 108 / median),
    answered.length === 0
      ? null
      : (answered.reduce((sum, lead) => sum + Math.min(4, lead.filled), 0) / (answered.length * 4)) * 100,
  ].filter((part) => part !== null)
  return {
    here,
    due,
    answered,
    booked,
    judged,
    journeyHealth: parts.length === 0 ? null : one(parts.reduce((sum, part) => sum + part, 0) / parts.length),
    followUp48h:
      due.length === 0
        ? null
        : one((due.filter((lead) => lead.minutes !== null && lead.minutes <= 2_880).length / due.length) * 100),
    firstResponse: median === null ? null : one(median / 60),
    visitRate:
      judged.length === 0 ? null : one((judged.filter((lead) => reached(lead, 'visited')).length / judged.length) * 100),
  }
}

const idsOf = async (context: Context, query: { object: string; where: Expression }): Promise<string[]> => {
  const ids: string[] = []
  let after: string | undefined
  do {
    const page = await findRecords(context, {
      object: query.object,
      where: query.where,
      select: ['id'],
      limit: 1_000,
      ...(after ? { after } : {}),
    })
    ids.push(...page.records.map((record) => record.id))
    after = page.next
  } while (after)
  return ids.toSorted()
}

const ranges: BoardRange[] = ['today', 'week', 'month']

describe('the figures of the board', () => {
  test.each(ranges)('equal a plain recomputation over the same leads (%s)', async (range) => {
    const board = await findCampusBoard(company.contextOf('zhou'), { range })
    const time = boardTime(NOW, zone, range)
    const now = recompute(leads, time.range)
    const before = recompute(leads, time.previous)
    expect(board.leadCount).toBe(now.here.length)
    for (const name of ['journeyHealth', 'followUp48h', 'firstResponse', 'visitRate'] as const) {
      const figure = must(board.figures.find((one) => one.name === name))
      expect({ name, value: figure.value }).toEqual({ name, value: now[name] })
      expect({ name, delta: figure.delta }).toEqual({
        name,
        delta: now[name] === null || before[name] === null ? null : one(must(now[name]) - must(before[name])),
      })
      expect(figure.trend).toHaveLength(12)
    }
    const income = orders
      .filter((order) => order.status === 'closed' && within(time.range, order.closedAt))
      .reduce((sum, order) => sum + order.amount, 0)
    expect(board.figures.find((one) => one.name === 'income')?.value).toBe(one(income / 10_000))
  })

  test('trends hold the figure of each of the last twelve days', async () => {
    const board = await findCampusBoard(company.contextOf('zhou'), { range: 'week' })
    const ofDay = (day: string): SeededLead[] => leads.filter((lead) => civilDate(instantOf(lead.createdAt), zone) === day)
    expect(board.days.at(-1)).toBe('2026-11-21')
    expect(board.figures.find((one) => one.name === 'firstResponse')?.trend).toEqual(
      board.days.map((day) => {
        const median = medianOf(minutesOf(ofDay(day)))
        return median === null ? null : one(median / 60)
      }),
    )
    expect(board.figures.find((one) => one.name === 'visitRate')?.trend).toEqual(
      board.days.map((day) => {
        const booked = ofDay(day).filter((lead) => reached(lead, 'trial-booked') && !isAhead(lead))
        return booked.length === 0
          ? null
          : one((booked.filter((lead) => reached(lead, 'visited')).length / booked.length) * 100)
      }),
    )
  })

  test.each(ranges)('open to exactly the records that were counted (%s)', async (range) => {
    const context = company.contextOf('zhou')
    const board = await findCampusBoard(context, { range })
    const truth = recompute(leads, boardTime(NOW, zone, range).range)
    const expected: Record<string, string[]> = {
      journeyHealth: truth.here.map((lead) => lead.id),
      followUp48h: truth.due.map((lead) => lead.id),
      firstResponse: truth.answered.map((lead) => lead.id),
      visitRate: truth.judged.map((lead) => lead.id),
    }
    for (const figure of board.figures.filter((one) => one.name !== 'income'))
      expect(await idsOf(context, figure.query)).toEqual(must(expected[figure.name]).toSorted())
  })

  test('heat, sources, people and funnel add up to the same leads', async () => {
    const board = await findCampusBoard(company.contextOf('zhou'), { range: 'month' })
    const { here } = recompute(leads, boardTime(NOW, zone, 'month').range)
    expect(board.heat.rows.reduce((sum, row) => sum + row.total, 0)).toBe(here.length)
    const hourIn = (lead: SeededLead): number => (new Date(lead.createdAt).getUTCHours() + 8) % 24
    for (const row of board.heat.rows) {
      for (const cell of row.cells) {
        const inCell = here.filter((lead) => company.ids.campuses[lead.campus] === row.campusId && hourIn(lead) === cell.hour)
        const median = medianOf(minutesOf(inCell))
        expect(cell).toEqual({
          hour: cell.hour,
          count: inCell.length,
          medianMinutes: median === null ? null : Math.round(median),
        })
      }
    }
    expect(board.bySource.reduce((sum, source) => sum + source.count, 0)).toBe(here.length)
    expect(board.byConsultant.find((person) => person.name === '李娜')?.leads).toBe(
      here.filter((lead) => lead.owner === 'lina').length,
    )
    expect(board.funnel.map((step) => step.count)).toEqual([
      here.length,
      here.filter((lead) => lead.minutes !== null).length,
      ...['trial-booked', 'visited', 'enrolled'].map((stage) => here.filter((lead) => reached(lead, stage)).length),
    ])
  })

  test('reasons are those of booked trials that did not come', async () => {
    const board = await findCampusBoard(company.contextOf('zhou'), { range: 'month' })
    const { judged } = recompute(leads, boardTime(NOW, zone, 'month').range)
    const missed = judged.filter((lead) => !reached(lead, 'visited'))
    expect(board.missed.total).toBe(missed.length)
    const comparing = missed.filter(
      (lead) => (lead.stage === 'lost' ? lead.outcomeBefore : lead.outcome) === 'comparing',
    ).length
    expect(board.missed.reasons.find((reason) => reason.outcome === 'comparing')).toMatchObject({
      label: '在比价',
      count: comparing,
    })
  })

  test('every step and every reason opens to exactly as many leads as it counts', async () => {
    const context = company.contextOf('zhou')
    const board = await findCampusBoard(context, { range: 'month' })
    for (const step of board.funnel) expect((await idsOf(context, step.query)).length, step.stage).toBe(step.count)
    for (const reason of board.missed.reasons)
      expect((await idsOf(context, reason.query)).length, reason.outcome).toBe(reason.count)
  })

  test('carries conditions, never lists of records: a large month weighs no more than a small one', async () => {
    const text = JSON.stringify(await findCampusBoard(company.contextOf('zhou'), { range: 'month' }))
    expect(text.length).toBeLessThan(40_000)
    const lost = leads.filter((lead) => lead.stage === 'lost' && lead.owner === null)
    expect(lost.length).toBeGreaterThan(0)
    for (const lead of lost) expect(text).not.toContain(lead.id)
  })

  test('overdue leads come longest overdue first, with masked numbers and whom to nudge', async () => {
    const { overdue } = await findCampusBoard(company.contextOf('zhou'), { range: 'week' })
    const truth = leads.filter((lead) => lead.nextAt !== null && lead.nextAt < NOW && lead.owner !== null)
    expect(overdue.count).toBe(truth.length)
    expect(overdue.consultants).toBe(new Set(truth.map((lead) => lead.owner)).size)
    expect(overdue.items.map((item) => item.dueAt)).toEqual(
      truth
        .map((lead) => must(lead.nextAt))
        .toSorted()
        .slice(0, 20),
    )
    expect(overdue.items.every((item) => /^\d{3}\*{4}\d{4}$/.test(item.phone))).toBe(true)
    expect(await idsOf(company.contextOf('zhou'), overdue.query)).toEqual(truth.map((lead) => lead.id).toSorted())
  })
})

describe('who sees what', () => {
  test("a campus manager's board is the board of that campus alone", async () => {
    for (const range of ranges) {
      const board = await findCampusBoard(company.contextOf('xlboss'), { range })
      const own = recompute(
        leads.filter((lead) => lead.campus === 'xianlin'),
        boardTime(NOW, zone, range).range,
      )
      expect(board.leadCount).toBe(own.here.length)
      for (const name of ['journeyHealth', 'followUp48h', 'firstResponse', 'visitRate'] as const)
        expect(board.figures.find((one) => one.name === name)?.value).toBe(own[name])
      expect(board.heat.rows.every((row) => row.campusName === '仙林校区')).toBe(true)
    }
  })

  test('choosing a campus gives whoever sees all what its manager sees', async () => {
    const chosen = await findCampusBoard(company.contextOf('zhou'), {
      range: 'week',
      campusId: must(company.ids.campuses['xianlin']),
    })
    const own = await findCampusBoard(company.contextOf('xlboss'), { range: 'week' })
    const valuesOf = (board: typeof own) =>
      board.figures.map((figure) => [figure.name, figure.value, figure.delta, figure.trend])
    expect(valuesOf(chosen)).toEqual(valuesOf(own))
    const counted = (board: typeof own) => board.funnel.map(({ stage, count, before }) => ({ stage, count, before }))
    expect(counted(chosen)).toEqual(counted(own))
    expect(chosen.overdue.count).toBe(own.overdue.count)
  })

  test('what is hidden changes not a byte', async () => {
    const before = JSON.stringify(await findCampusBoard(company.contextOf('xlboss'), { range: 'month' }))
    const { id } = must(leads.find((lead) => lead.campus === 'binhu' && lead.owner !== null && lead.stage === 'new'))
    await company.workspace.db.query(
      `UPDATE w.${company.workspace.config.current.objects.get('lead')?.table} SET ${stageColumn()} = 'enrolled' WHERE id = $1`,
      [id],
    )
    expect(JSON.stringify(await findCampusBoard(company.contextOf('xlboss'), { range: 'month' }))).toBe(before)
    await company.workspace.db.query(
      `UPDATE w.${company.workspace.config.current.objects.get('lead')?.table} SET ${stageColumn()} = 'new' WHERE id = $1`,
      [id],
    )
  })

  test('boards are only for those who may see boards', async () => {
    await expect(findCampusBoard(company.contextOf('lina'), { range: 'today' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

const stageColumn = (): string => must(company.workspace.config.current.objects.get('lead')?.fields.get('stage')).column
