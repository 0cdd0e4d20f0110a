import { randomUUID } from 'node:crypto'
import { must } from '@jieli/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead, readStored } from '../../testing/build-lead.ts'
import { openSecondProcess, openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { changeOwner } from '../assignment/change-owner.ts'
import { changeConfig } from '../config/change-config.ts'
import { logFollowUps } from '../follow-ups/log-follow-ups.ts'
import { changeOne } from '../records/apply-change.ts'
import { findTimeline } from '../records/find-timeline.ts'
import { systemContext } from '../workspace/contexts.ts'
import { explainClock } from './explain-clock.ts'
import { runDueTimers, startTimerLoop } from './timer-loop.ts'

let test: TestWorkspace

beforeEach(async () => {
  test = await openTestWorkspace()
})
afterEach(() => test.close())

const hours = (count: number): string => addMinutes(TEST_NOW, count * 60)
const runAt = async (at: string): Promise<number> => {
  test.clock.set(at)
  return runDueTimers(test.system())
}
interface Warned {
  userId: string
  kind: string
  recordId: string
  title: string
  lines: string[]
}
const warnings = (): Promise<Warned[]> =>
  test.workspace.db.query<Warned & object>(
    `SELECT user_id AS "userId", kind, record_id AS "recordId", title, lines FROM w.notice WHERE kind LIKE 'deadline-%' ORDER BY id`,
  )
const userId = (login: string): string => must(test.ids.users[login])
const follow = (leadId: string, outcomeId: string) =>
  logFollowUps(test.contextOf('lina'), [
    {
      key: randomUUID(),
      leadId,
      outcomeId,
      note: '聊了十分钟',
      nextAction: '再打电话',
      nextAt: addMinutes(test.clock.now(), 300),
    },
  ])

describe('the 48-hour rule', () => {
  it('tells the owner at 24 hours and the manager at 48, each once and not a minute early', async () => {
    const leadId = await buildLead(test)
    expect(await runAt(addMinutes(hours(24), -1))).toBe(0)
    expect(await runAt(hours(24))).toBe(1)
    expect(await runAt(addMinutes(hours(48), -1))).toBe(0)
    expect(await runAt(hours(48))).toBe(1)
    expect(await runAt(hours(500))).toBe(0)
    expect(await warnings()).toMatchObject([
      { userId: userId('lina'), kind: 'deadline-owner', recordId: leadId },
      { userId: userId('xlboss'), kind: 'deadline-manager', recordId: leadId },
    ])
  })

  it('gives the manager the whole history of the lead', async () => {
    const leadId = await buildLead(test)
    test.clock.set(hours(3))
    await follow(leadId, 'no-answer')
    await runAt(hours(24))
    await runAt(hours(48))
    const notice = must((await warnings()).find((one) => one.kind === 'deadline-manager'))
    expect(notice.title).toContain('李娜的线索')
    const told = notice.lines.join('\n')
    expect(told).toContain('新建')
    expect(told).not.toContain('undefined')
    // It goes to a phone: numbers stay in the house.
    expect(told).not.toMatch(/139 ?\d{4}/)
    expect(told).toMatch(/11-16 15:00 李娜 跟进：没接通「聊了十分钟」，下一步 再打电话/)
    expect(told).toContain('超时提醒：已提醒李娜')
  })

  it('writes each warning to the timeline with the level and the timer whose reckoning explains it', async () => {
    const leadId = await buildLead(test)
    await runAt(hours(24))
    const { entries } = await findTimeline(test.contextOf('lina'), { object: 'lead', id: leadId })
    expect(entries[0]).toMatchObject({
      kind: 'deadline.warned',
      actor: { kind: 'timer', name: '48 小时跟进' },
      data: { level: 1, tell: 'owner', to: userId('lina'), dueAt: hours(24) },
    })
    expect((await explainClock(test.system(), 'lead', leadId)).clock?.levels).toMatchObject([
      { status: 'fired', dueAt: hours(24) },
      { status: 'pending', dueAt: hours(48) },
    ])
  })

  it('warns nobody of a lead that was followed up, closed, deleted or given to somebody else', async () => {
    const [followed, closed, deleted, given] = await Promise.all([
      buildLead(test),
      buildLead(test),
      buildLead(test),
      buildLead(test),
    ])
    await follow(followed, 'comparing')
    await follow(closed, 'not-now')
    await changeOne(test.contextOf('admin'), 'lead', { action: 'delete', id: deleted })
    test.clock.set(hours(10))
    await changeOwner(test.contextOf('xlboss'), {
      object: 'lead',
      recordIds: [given],
      ownerId: userId('wangshan'),
      reason: '换人',
    })
    expect(await runAt(hours(33))).toBe(0)
    expect(await runAt(hours(34))).toBe(1)
    expect(await warnings()).toMatchObject([{ userId: userId('wangshan'), recordId: given }])
  })

  it('asks again when it fires: a clock that somebody forgot to stop warns nobody', async () => {
    const leadId = await buildLead(test)
    test.clock.set(hours(1))
    await follow(leadId, 'comparing')
    await test.workspace.db.query(`UPDATE w.timer SET status = 'pending', ended_at = NULL WHERE record_id = $1`, [leadId])
    expect(await runAt(hours(72))).toBe(0)
    expect((await explainClock(test.system(), 'lead', leadId)).clock?.levels.map((level) => level.status)).toEqual([
      'stopped',
      'stopped',
    ])
  })

  it('still warns after a call that nobody answered', async () => {
    const leadId = await buildLead(test)
    test.clock.set(hours(2))
    await follow(leadId, 'no-answer')
    expect(await runAt(hours(24))).toBe(1)
    expect((await warnings())[0]).toMatchObject({ recordId: leadId })
  })

  it('tells the next manager up where a campus has none, and the owner where there is nobody above', async () => {
    await buildLead(test, { login: 'gaoyuan' })
    await buildLead(test, { login: 'admin' })
    await runAt(hours(48))
    const managers = (await warnings()).filter((one) => one.kind === 'deadline-manager').map((one) => one.userId)
    expect(managers.toSorted()).toEqual([userId('zhou'), userId('admin')].toSorted())
  })

  it('counts working hours alone once the calendar is switched on: Monday is closed, other weekdays are 13 to 21', async () => {
    const rule = must(test.workspace.config.current.item('follow-up-rule', 'follow-up-48h'))
    await changeConfig(test.system(), [{ kind: 'follow-up-rule', id: rule.id, item: { ...rule, calendarId: 'campus-hours' } }])
    await buildLead(test)
    // From Tuesday 13:00: 8 hours a day until Friday, 12 at weekends. 24 hours end on Thursday at 21:00, 48 on Sunday at 13:00.
    expect(await runAt('2026-11-19T12:59:00.000Z')).toBe(0)
    expect(await runAt('2026-11-19T13:00:00.000Z')).toBe(1)
    expect(await runAt('2026-11-22T04:59:00.000Z')).toBe(0)
    expect(await runAt('2026-11-22T05:00:00.000Z')).toBe(1)
  })

  it('warns in order, and each once, when it comes back after days', async () => {
    await buildLead(test)
    expect(await runAt(hours(24 * 30))).toBe(2)
    expect((await warnings()).map((one) => one.kind)).toEqual(['deadline-owner', 'deadline-manager'])
  })
})

describe('several at once', () => {
  it('fires every timer once with four runners on two processes', async () => {
    const second = await openSecondProcess(test)
    const leads = await Promise.all(Array.from({ length: 150 }, () => buildLead(test)))
    test.clock.set(hours(24))
    const here = test.system()
    const there = systemContext(second.workspace)
    const fired = await Promise.all([runDueTimers(here), runDueTimers(there), runDueTimers(here), runDueTimers(there)])
    expect(fired.reduce((sum, count) => sum + count, 0)).toBe(150)
    const told = await warnings()
    expect(told).toHaveLength(150)
    expect(new Set(told.map((one) => one.recordId))).toEqual(new Set(leads))
    await second.close()
  }, 60_000)

  it('two loops warn once of what falls due while they sleep', async () => {
    await buildLead(test)
    const loops = [startTimerLoop(test.workspace), startTimerLoop(test.workspace)]
    test.clock.set(hours(24))
    for (const loop of loops) loop.wake()
    await expect.poll(async () => (await warnings()).length, { timeout: 10_000 }).toBe(1)
    await Promise.all(loops.map((loop) => loop.stop()))
    expect(await warnings()).toHaveLength(1)
  })

  it('leaves nothing half done when a follow-up and a warning meet', async () => {
    const leads = await Promise.all(Array.from({ length: 20 }, () => buildLead(test)))
    test.clock.set(hours(24))
    await Promise.all([runDueTimers(test.system()), ...leads.map((leadId) => follow(leadId, 'comparing'))])
    const statuses = await Promise.all(
      leads.map(async (leadId) =>
        (await explainClock(test.system(), 'lead', leadId)).clock?.levels.map((level) => level.status).join(),
      ),
    )
    expect(statuses.filter((status) => status !== 'stopped,stopped' && status !== 'fired,stopped')).toEqual([])
    expect(await warnings()).toHaveLength(statuses.filter((status) => status === 'fired,stopped').length)
    expect((await readStored(test, 'lead', leads[0] ?? '')).values['outcome']).toBe('comparing')
  })
})
