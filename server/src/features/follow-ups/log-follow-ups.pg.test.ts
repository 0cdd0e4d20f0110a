import { randomUUID } from 'node:crypto'
import { AppError } from '@jieli/core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead, readStored } from '../../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { findRecords } from '../records/find-records.ts'
import { findTimeline } from '../records/find-timeline.ts'
import { explainClock } from '../timers/explain-clock.ts'
import type { FollowUpToLog } from './follow-up-to-log.ts'
import { logFollowUps } from './log-follow-ups.ts'

let test: TestWorkspace

beforeAll(async () => {
  test = await openTestWorkspace()
})
afterAll(() => test.close())

const comparing = (leadId: string, more: Partial<FollowUpToLog> = {}): FollowUpToLog => ({
  key: randomUUID(),
  leadId,
  outcomeId: 'comparing',
  note: '在看两家机构',
  nextAction: '发方案',
  nextAt: addMinutes(test.clock.now(), 1_440),
  ...more,
})
const logAs = (login: string, ...inputs: FollowUpToLog[]) => logFollowUps(test.contextOf(login), inputs)
const idsOf = async (object: string, leadId: string): Promise<string[]> =>
  (
    await findRecords(test.system(), { object, where: { call: 'equals', args: [{ field: 'lead' }, { value: leadId }] } })
  ).records.map((record) => record.id)
const problem = async (work: Promise<unknown>): Promise<{ code: string; issues: string[] }> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (!(error instanceof AppError)) throw new Error('it was not refused', { cause: error })
  return { code: error.code, issues: error.issues.map((issue) => `${issue.path} ${issue.code}`) }
}

describe('a follow-up', () => {
  it('moves the lead, keeps the response time, makes the next task, stops the clock and is told', async () => {
    const leadId = await buildLead(test)
    test.clock.set(addMinutes(test.clock.now(), 25))
    const [logged] = await logAs('lina', comparing(leadId))
    const lead = await readStored(test, 'lead', leadId)
    expect(lead.values).toMatchObject({
      stage: 'contacted',
      outcome: 'comparing',
      followUpCount: 1,
      firstFollowUpAt: test.clock.now(),
      nextAction: '发方案',
    })
    expect(Number(lead.values['firstResponseMinutes'])).toBe(25)
    expect((await readStored(test, 'task', logged?.taskId ?? '')).values).toMatchObject({
      lead: leadId,
      title: '发方案',
      kind: 'next-action',
      dueAt: addMinutes(test.clock.now(), 1_440),
    })
    expect(await readStored(test, 'followUp', logged?.followUpId ?? '')).toMatchObject({
      ownerId: test.ids.users['lina'],
      values: { effective: true, note: '在看两家机构' },
    })
    const { clock } = await explainClock(test.contextOf('lina'), 'lead', leadId)
    expect(clock?.levels.map((level) => level.status)).toEqual(['stopped', 'stopped'])
    const { entries } = await findTimeline(test.contextOf('lina'), { object: 'lead', id: leadId })
    expect(entries.find((entry) => entry.kind === 'follow-up.logged')).toMatchObject({
      actor: { name: '李娜' },
      data: { tag: { 'zh-CN': '比价事件' }, followUpId: logged?.followUpId },
    })
  })

  it('closes the task that was owed when the next one comes', async () => {
    const leadId = await buildLead(test)
    const [first] = await logAs('lina', comparing(leadId))
    const [second] = await logAs('lina', comparing(leadId, { nextAction: '约试听' }))
    expect((await readStored(test, 'task', first?.taskId ?? '')).values['doneAt']).toBe(test.clock.now())
    expect((await readStored(test, 'task', second?.taskId ?? '')).values).toMatchObject({ title: '约试听', doneAt: null })
  })

  it('that nobody answered is counted, and leaves the clock running', async () => {
    const leadId = await buildLead(test)
    await logAs('lina', comparing(leadId, { outcomeId: 'no-answer', nextAction: '再打电话' }))
    const lead = await readStored(test, 'lead', leadId)
    expect(lead.values).toMatchObject({ stage: 'new', followUpCount: 1, firstFollowUpAt: null })
    expect((await explainClock(test.system(), 'lead', leadId)).clock?.levels.map((level) => level.status)).toEqual([
      'pending',
      'pending',
    ])
  })

  it('asks for everything that is missing at once', async () => {
    const leadId = await buildLead(test)
    expect(await problem(logAs('lina', { key: randomUUID(), leadId, outcomeId: null }))).toEqual({
      code: 'invalid-values',
      issues: ['outcome required', 'nextAction required', 'nextAt required'],
    })
    expect(await problem(logAs('lina', comparing(leadId, { nextAt: addMinutes(test.clock.now(), -5) })))).toEqual({
      code: 'invalid-values',
      issues: ['nextAt in-the-past'],
    })
    expect(await problem(logAs('lina', comparing(leadId, { nextAt: '后天下午' })))).toEqual({
      code: 'invalid-values',
      issues: ['nextAt not-an-instant'],
    })
    expect(await problem(logAs('lina', comparing(leadId, { outcomeId: 'made-up' })))).toEqual({
      code: 'invalid-values',
      issues: ['outcome unknown-option'],
    })
    expect(await idsOf('followUp', leadId)).toEqual([])
  })

  it('never takes a stage back', async () => {
    const leadId = await buildLead(test)
    await logAs('lina', comparing(leadId, { outcomeId: 'needs-trial', nextAction: '到店试听' }))
    await logAs('lina', comparing(leadId, { learned: { stage: 'new', intent: 70 } }))
    expect((await readStored(test, 'lead', leadId)).values).toMatchObject({ stage: 'trial-booked', outcome: 'comparing' })
    await logAs('lina', comparing(leadId, { learned: { stage: 'visited' } }))
    const { values } = await readStored(test, 'lead', leadId)
    expect({ stage: values['stage'], intent: Number(values['intent']) }).toEqual({ stage: 'visited', intent: 70 })
  })

  it('ends a lead with a closing outcome and owes nothing more', async () => {
    const leadId = await buildLead(test)
    const [, closed] = await logAs('lina', comparing(leadId), { key: randomUUID(), leadId, outcomeId: 'enrolled' })
    expect(closed?.taskId).toBeNull()
    expect((await readStored(test, 'lead', leadId)).values).toMatchObject({
      stage: 'enrolled',
      nextAction: null,
      nextAt: null,
      followUpCount: 2,
    })
    const open = await findRecords(test.system(), {
      object: 'task',
      where: {
        call: 'and',
        args: [
          { call: 'equals', args: [{ field: 'lead' }, { value: leadId }] },
          { call: 'isEmpty', args: [{ field: 'doneAt' }] },
        ],
      },
    })
    expect(open.records).toEqual([])
  })
})

describe('a key', () => {
  it('sent twice is one follow-up and the same answer', async () => {
    const leadId = await buildLead(test)
    const input = comparing(leadId)
    const [first] = await logAs('lina', input)
    const [again] = await logAs('lina', input)
    expect(again).toEqual({ ...first, repeat: true })
    expect(await idsOf('followUp', leadId)).toHaveLength(1)
  })

  it('sent ten times at the same instant is one follow-up', async () => {
    const leadId = await buildLead(test)
    const input = comparing(leadId)
    const answers = await Promise.all(Array.from({ length: 10 }, () => logAs('lina', input)))
    expect(new Set(answers.map(([one]) => one?.followUpId)).size).toBe(1)
    expect(answers.filter(([one]) => one?.repeat === false)).toHaveLength(1)
    expect((await readStored(test, 'lead', leadId)).values['followUpCount']).toSatisfy((count) => Number(count) === 1)
  })

  it('is free again when its follow-up was refused', async () => {
    const leadId = await buildLead(test)
    const input = comparing(leadId)
    await problem(logAs('lina', { ...input, nextAction: null }))
    expect(await logAs('lina', input)).toMatchObject([{ repeat: false }])
  })

  it('is refused for another lead', async () => {
    const input = comparing(await buildLead(test))
    await logAs('lina', input)
    expect(await problem(logAs('lina', { ...input, leadId: await buildLead(test) }))).toMatchObject({ code: 'bad-request' })
  })
})

describe('rights', () => {
  it('a lead of somebody else is answered like one that does not exist', async () => {
    const leadId = await buildLead(test)
    expect(await problem(logAs('wangshan', comparing(leadId)))).toMatchObject({ code: 'not-found' })
    expect(await problem(logAs('lina', comparing(randomUUID())))).toMatchObject({ code: 'not-found' })
  })

  it('those who know of no follow-ups log none', async () => {
    expect(await problem(logAs('desk', comparing(await buildLead(test))))).toMatchObject({ code: 'unknown-object' })
  })

  it('nothing is learned into fields that the person may not write', async () => {
    const leadId = await buildLead(test)
    expect(
      await problem(logAs('lina', comparing(leadId, { learned: { phone: '13800000000', firstFollowUpAt: test.clock.now() } }))),
    ).toMatchObject({ code: 'invalid-values' })
  })
})

describe('a batch of the platform', () => {
  it('logs hundreds at once in a few statements, several of one lead after one another', async () => {
    const leads = await Promise.all(Array.from({ length: 12 }, () => buildLead(test)))
    const many = Array.from({ length: 240 }, (_, index): FollowUpToLog =>
      comparing(leads[index % 12] ?? '', {
        key: null,
        userId: test.ids.users['lina'] ?? '',
        at: addMinutes(test.clock.now(), -30 + Math.floor(index / 12)),
      }),
    )
    const logged = await logFollowUps(test.system(), many)
    expect(new Set(logged.map((one) => one.followUpId)).size).toBe(240)
    expect(Number((await readStored(test, 'lead', leads[0] ?? '')).values['followUpCount'])).toBe(20)
    expect(await readStored(test, 'followUp', logged[0]?.followUpId ?? '')).toMatchObject({
      ownerId: test.ids.users['lina'],
      createdAt: addMinutes(test.clock.now(), -30),
    })
  })
})
