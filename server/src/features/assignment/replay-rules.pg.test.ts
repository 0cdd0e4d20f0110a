import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must, type AssignmentRule } from '@jieli/core'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { applyChange } from '../records/apply-change.ts'
import { publishRules } from './publish-rules.ts'
import { findFairness } from './replay-fairness.ts'
import { trialRules } from './replay-rules.ts'

const START = Date.parse('2026-11-09T02:00:00.000Z')
const HOUR = 3_600_000
const at = (hours: number): string => new Date(START + hours * HOUR).toISOString()
const LEADS = 60
let company: TestWorkspace
const leadIds: string[] = []

const change = (object: string, operations: Parameters<typeof applyChange>[2]['operations']) =>
  company.workspace.db.transaction((tx) => applyChange(company.system(), tx, { object, operations }))
const ruleOf = (id: string): AssignmentRule => must(company.workspace.config.current.item('assignment-rule', id))
const userOf = (login: string): string => must(company.ids.users[login])
const order = (login: string, hours: number) =>
  change('order', [
    {
      action: 'create',
      ownerId: userOf(login),
      values: { subject: 'zk-sprint', status: 'closed', amount: 5_000, closedAt: at(hours) },
    },
  ])

beforeAll(async () => {
  company = await openTestWorkspace({ now: at(0) })
  const campuses = ['xianlin', 'binhu'] as const
  for (let index = 0; index < LEADS; index++) {
    company.clock.set(at(index * 3))
    // Lina sells in the first days, Wang Shan twice as much a week later.
    if (index === 1) await order('lina', 2)
    if (index === 30) for (const extra of [0, 1]) await order('wangshan', 89 + extra)
    const captured = await company.app.capture({
      sourceId: index % 3 === 0 ? 'campus-qr' : 'website',
      eventId: `lead-${index}`,
      receivedAt: at(index * 3),
      actor: { kind: 'form', id: 'f' },
      payload: {
        name: `客户${index}`,
        phone: `1380000${String(1_000 + index)}`,
        campus: must(company.ids.campuses[must(campuses[index % 2])]),
        subject: index % 3 === 0 ? 'zk-sprint' : 'zk-math',
      },
    })
    if (captured.status === 'refused') throw new Error(captured.reason)
    leadIds.push(captured.recordId)
    // Every fourth is given up soon, and no longer fills anybody's hands.
    if (index % 4 === 3)
      await change('lead', [
        { action: 'update', id: captured.recordId, values: { stage: 'lost', lastFollowUpAt: at(index * 3) } },
      ])
  }
  company.clock.set(at(LEADS * 3 + 1))
})
afterAll(() => company.close())

const rowCounts = async (): Promise<unknown> =>
  company.workspace.db
    .query(`SELECT (SELECT count(*) FROM w.event) AS events, (SELECT count(*) FROM w.assignment_decision) AS decisions, (SELECT json_agg(c ORDER BY c.rule_id, c.user_id) FROM w.assignment_credit c) AS credits,
    (SELECT json_agg(a ORDER BY a.user_id) FROM w.assignee a) AS assignees, (SELECT version FROM w.workspace) AS version`)

describe('a trial', () => {
  test('of unchanged rules gives every lead to whom it went', async () => {
    const report = await trialRules(company.contextOf('admin'), { rules: [ruleOf('campus-round-robin')], days: 30 })
    expect(report).toMatchObject({ leads: LEADS, changed: 0, drift: 0, queued: { before: 0, after: 0 } })
    expect(report.after).toEqual(report.before)
    expect(report.before.byOwner.reduce((sum, person) => sum + person.count, 0)).toBe(LEADS)
  })

  test('writes nothing', async () => {
    const before = await rowCounts()
    await trialRules(company.contextOf('admin'), { rules: [{ ...ruleOf('campus-round-robin'), enabled: false }], days: 30 })
    expect(await rowCounts()).toEqual(before)
  })

  test('shows what a changed rule does, and touches nothing it does not reach', async () => {
    const toGao: AssignmentRule = {
      ...ruleOf('campus-round-robin'),
      when: { call: 'equals', args: [{ field: 'campus' }, { value: must(company.ids.campuses['binhu']) }] },
      pool: { users: [userOf('gaoyuan')], departments: [], roles: ['consultant'] },
      strategy: { name: 'round-robin', settings: {} },
    }
    const report = await trialRules(company.contextOf('admin'), { rules: [toGao], days: 30 })
    const countOf = (side: typeof report.after, login: string) =>
      side.byOwner.find((person) => person.userId === userOf(login))?.count ?? 0
    expect(countOf(report.after, 'gaoyuan')).toBeGreaterThan(countOf(report.before, 'gaoyuan'))
    expect(report.changed).toBeGreaterThan(0)
    expect(report.samples.length).toBeLessThanOrEqual(20)
    const sample = must(report.samples.find((one) => one.toName === '高远'))
    expect(sample.name).toMatch(/^客户/)
    expect(sample.why.rules.at(-1)?.clauses).toMatchObject([{ holds: true }])
    expect(sample.why.winnerId).toBe(userOf('gaoyuan'))
  })

  test('looks at sales as they were when each lead came', async () => {
    const toBest: AssignmentRule = {
      ...ruleOf('sprint-best-performer'),
      when: { call: 'equals', args: [{ field: 'subject' }, { value: 'zk-sprint' }] },
      order: 0,
      pool: { users: ['lina', 'wangshan'].map(userOf), departments: [], roles: ['consultant'] },
    }
    const report = await trialRules(company.contextOf('admin'), { rules: [toBest], days: 30 })
    const figuresIn = (why: (typeof report.samples)[number]['why']) =>
      Object.fromEntries(
        (why.rules.find((rule) => rule.ruleId === toBest.id)?.candidates ?? []).map((person) => [
          person.name,
          person.figures[0]?.value,
        ]),
      )
    for (const sample of report.samples.filter((one) => one.to !== null && ['李娜', '王珊'].includes(one.toName ?? ''))) {
      const since = (Date.parse(sample.at) - START) / HOUR
      const lina = since >= 2 && since < 2 + 7 * 24 ? 1 : 0
      const wang = [89, 90].filter((hour) => hour <= since && since < hour + 7 * 24).length
      expect({ at: sample.at, ...figuresIn(sample.why) }).toEqual({ at: sample.at, 李娜: lina, 王珊: wang })
    }
    expect(report.samples.length).toBeGreaterThan(0)
  })

  test('knows who was on leave at the time', async () => {
    const [leave] = await change('leave', [
      {
        action: 'create',
        ownerId: null,
        values: { user: userOf('lina'), from: '2026-11-09', to: '2026-11-12', reason: '事假' },
      },
    ])
    await company.workspace.directory.refresh()
    const report = await trialRules(company.contextOf('admin'), { rules: [ruleOf('campus-round-robin')], days: 30 })
    // Both sides are replayed with the leave, so it counts as drift and not as the rule's doing.
    expect(report.changed).toBe(0)
    expect(report.drift).toBeGreaterThan(0)
    await change('leave', [{ action: 'delete', id: must(leave).after.id }])
    await company.workspace.directory.refresh()
  })

  test('tells of leads that nobody would get', async () => {
    const rules = company.workspace.config.current.items('assignment-rule').map((rule) => ({ ...rule, enabled: false }))
    const report = await trialRules(company.contextOf('admin'), { rules, days: 30 })
    expect(report).toMatchObject({ changed: LEADS, queued: { before: 0, after: LEADS } })
  })

  test('is for those who may configure, and only of rules that are rules', async () => {
    await expect(
      trialRules(company.contextOf('zhou'), { rules: [ruleOf('campus-round-robin')], days: 30 }),
    ).rejects.toMatchObject({ code: 'forbidden' })
    await expect(trialRules(company.contextOf('admin'), { rules: [{ id: 'x' }], days: 30 })).rejects.toMatchObject({
      code: 'invalid-values',
    })
  })
})

describe('publishing rules', () => {
  test('gives each changed rule its next version, and leaves the others as they are', async () => {
    const sprint = ruleOf('sprint-best-performer')
    const turns = ruleOf('campus-round-robin')
    const published = await publishRules(company.contextOf('admin'), [{ ...sprint, label: '中考冲刺先行' }, turns])
    expect(published.map((rule) => [rule.id, rule.version])).toEqual([[sprint.id, sprint.version + 1]])
    expect(ruleOf(sprint.id)).toMatchObject({ label: '中考冲刺先行', version: sprint.version + 1 })
    expect(ruleOf(turns.id)).toEqual(turns)
  })

  test('refuses what was made from an older version, all of it', async () => {
    const sprint = ruleOf('sprint-best-performer')
    const turns = ruleOf('campus-round-robin')
    await expect(
      publishRules(company.contextOf('admin'), [
        { ...turns, label: '轮转' },
        { ...sprint, label: '旧', version: sprint.version - 1 },
      ]),
    ).rejects.toMatchObject({ code: 'config-conflict' })
    expect(ruleOf(turns.id)).toEqual(turns)
  })

  test('refuses a condition that makes no sense, tried or published, and says where', async () => {
    const broken = { ...ruleOf('campus-round-robin'), when: { call: 'nonesuch', args: [] } }
    const refusal = { code: 'invalid-values', issues: [expect.objectContaining({ path: 'when', code: 'unknown-function' })] }
    await expect(publishRules(company.contextOf('admin'), [broken])).rejects.toMatchObject(refusal)
    await expect(trialRules(company.contextOf('admin'), { rules: [broken], days: 3 })).rejects.toMatchObject(refusal)
  })

  test('takes a new rule at its first version', async () => {
    const [made] = await publishRules(company.contextOf('admin'), [
      { ...ruleOf('least-in-hand'), id: 'brand-new', label: '新规则', version: 12, enabled: false },
    ])
    expect(made).toMatchObject({ id: 'brand-new', version: 1 })
  })

  test('takes rules away in the same transaction, or does nothing at all', async () => {
    const [made] = await publishRules(company.contextOf('admin'), [
      { ...ruleOf('least-in-hand'), id: 'short-lived', label: '临时', enabled: false },
    ])
    const turns = ruleOf('campus-round-robin')
    const stale = { id: 'short-lived', version: must(made).version + 1 }
    await expect(publishRules(company.contextOf('admin'), [{ ...turns, label: '轮转' }], [stale])).rejects.toMatchObject({
      code: 'config-conflict',
    })
    expect(ruleOf(turns.id)).toEqual(turns)
    const ids = company.workspace.config.current.items('assignment-rule').map((rule) => rule.id)
    expect(ids).toContain('short-lived')
    await publishRules(company.contextOf('admin'), [turns], [{ id: 'short-lived', version: must(made).version }])
    expect(company.workspace.config.current.items('assignment-rule').map((rule) => rule.id)).toEqual(
      ids.filter((id) => id !== 'short-lived'),
    )
  })

  test('is for those who may configure', async () => {
    await expect(publishRules(company.contextOf('zhou'), [ruleOf('campus-round-robin')])).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('fairness', () => {
  test('counts everybody who could have got some', async () => {
    const { people, fairness } = await findFairness(company.contextOf('admin'), 30)
    expect(people.reduce((sum, person) => sum + person.count, 0)).toBe(LEADS)
    expect(people.map((person) => person.name)).toEqual(expect.arrayContaining(['李娜', '王珊', '何嘉文', '高远', '林若溪']))
    expect(fairness.spread).toBe(must(people[0]).count - must(people.at(-1)).count)
  })
})
