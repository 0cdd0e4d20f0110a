import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeOne } from '../records/apply-change.ts'
import { runDueTimers } from '../timers/timer-loop.ts'
import { findToday } from './find-today.ts'
import { logFollowUps } from './log-follow-ups.ts'

let test: TestWorkspace

beforeEach(async () => {
  test = await openTestWorkspace()
})
afterEach(() => test.close())

const hour = 60
const today = (login = 'lina') => findToday(test.contextOf(login))
const groupsOf = async (login = 'lina'): Promise<Record<string, string[]>> => {
  const { overdue, fresh, today: due, waiting } = await today(login)
  return Object.fromEntries(
    Object.entries({ overdue, fresh, today: due, waiting }).map(([group, items]) => [group, items.map((item) => item.name)]),
  )
}
const follow = (leadId: string, outcomeId: string, inMinutes: number) =>
  logFollowUps(test.contextOf('lina'), [
    { key: randomUUID(), leadId, outcomeId, nextAction: '电话回访', nextAt: addMinutes(test.clock.now(), inMinutes) },
  ])

describe('today', () => {
  it("puts each open lead of mine where it belongs, and nobody else's anywhere", async () => {
    const make = (name: string, login = 'lina') => buildLead(test, { login, values: { name } })
    await make('别人的', 'wangshan')
    const [soon, tonight, tomorrow, late, unanswered, done] = await Promise.all(
      ['两点', '今晚', '明天', '过了', '没接通', '报名了'].map((name) => make(name)),
    )
    await follow(soon ?? '', 'comparing', 2 * hour)
    await follow(tonight ?? '', 'needs-trial', 8 * hour)
    await follow(tomorrow ?? '', 'wecom-added', 26 * hour)
    await follow(late ?? '', 'comparing', 10)
    await follow(unanswered ?? '', 'no-answer', 26 * hour)
    await follow(done ?? '', 'enrolled', hour)
    await make('新来的')
    test.clock.set(addMinutes(test.clock.now(), 30))
    await make('更新的')
    expect(await groupsOf()).toEqual({
      overdue: ['过了'],
      fresh: ['更新的', '新来的'],
      today: ['两点', '今晚'],
      waiting: ['明天'],
    })
    expect((await today()).counts).toEqual({ overdue: 1, fresh: 2, today: 2, waiting: 1 })
    expect(await groupsOf('wangshan')).toMatchObject({ fresh: ['别人的'] })
  })

  it('tells of each lead who it is, what about, what is owed until when, and the running clock', async () => {
    const leadId = await buildLead(test, { values: { name: '于女士', phone: '13812345678', note: '想先听一节' } })
    expect((await today()).fresh).toEqual([
      {
        leadId,
        name: '于女士',
        phone: expect.stringContaining('13812345678'),
        grade: '初三',
        subject: '中考数学',
        sourceLabel: '官网',
        campusName: '仙林校区',
        note: '想先听一节',
        action: '首次跟进',
        dueAt: addMinutes(TEST_NOW, 24 * hour),
        clock: { startedAt: TEST_NOW, dueAt: addMinutes(TEST_NOW, 24 * hour) },
      },
    ])
    const [logged] = await follow(leadId, 'comparing', hour)
    expect((await today()).today).toMatchObject([
      { leadId, taskId: logged?.taskId, action: '电话回访', dueAt: addMinutes(TEST_NOW, hour) },
    ])
  })

  it("ends at midnight in the company's zone, not the server's", async () => {
    const [before, after] = [
      await buildLead(test, { values: { name: '今天' } }),
      await buildLead(test, { values: { name: '明天' } }),
    ]
    // Noon in Shanghai: twelve hours to midnight.
    await follow(before, 'comparing', 12 * hour - 1)
    await follow(after, 'comparing', 12 * hour)
    expect(await groupsOf()).toMatchObject({ today: ['今天'], waiting: ['明天'] })
  })

  it('counts a lead as late when its clock has warned, whatever its next step says', async () => {
    const leadId = await buildLead(test, { values: { name: '拖着' } })
    await changeOne(test.contextOf('lina'), 'lead', {
      action: 'update',
      id: leadId,
      values: { nextAt: addMinutes(TEST_NOW, 40 * hour) },
    })
    test.clock.set(addMinutes(TEST_NOW, 24 * hour))
    expect(await groupsOf()).toMatchObject({ fresh: ['拖着'], overdue: [] })
    await runDueTimers(test.system())
    expect(await groupsOf()).toMatchObject({ fresh: [], overdue: ['拖着'] })
  })

  it('leaves nobody without a next step out of sight', async () => {
    const leadId = await buildLead(test, { values: { name: '没下一步' } })
    await follow(leadId, 'comparing', hour)
    await changeOne(test.contextOf('lina'), 'lead', {
      action: 'update',
      id: leadId,
      values: { nextAt: null, nextAction: null },
    })
    expect((await today()).today).toMatchObject([{ leadId, action: '安排下一步', dueAt: null }])
  })

  it('is empty for those who follow nobody up', async () => {
    await buildLead(test)
    expect(await groupsOf('desk')).toEqual({ overdue: [], fresh: [], today: [], waiting: [] })
  })

  it('asks the database as often for forty leads as for two', async () => {
    const queries = vi.spyOn(test.workspace.db, 'query')
    const countQueries = async (): Promise<number> => {
      queries.mockClear()
      await today()
      return queries.mock.calls.length
    }
    for (let index = 0; index < 2; index++) await buildLead(test)
    const few = await countQueries()
    await Promise.all(Array.from({ length: 38 }, () => buildLead(test)))
    expect(await countQueries()).toBe(few)
    expect(few).toBeLessThan(20)
    queries.mockRestore()
  })
})
