import { call, field, literal } from '@jieli/core'
import type { SolutionConfig } from './solution-config.ts'
import type { EducationSetup } from './setup.ts'

type RuleInput = SolutionConfig['assignment-rule'][number]

/** 近 7 天成交该科目订单数: orders closed in the lead's own subject, by whoever owns the order. */
const ordersClosedInSubject = {
  name: 'ordersClosed',
  label: { 'zh-CN': '近 7 天同科目成交', en: 'Closed in subject, 7 days' },
  object: 'order',
  fn: 'count',
  by: 'owner',
  where: call(
    'and',
    call('equals', field('status'), literal('closed')),
    call('equals', field('subject'), field('record.subject')),
    call('withinLastDays', field('closedAt'), literal(7)),
  ),
}

const previousOwnerFirst: RuleInput = {
  id: 'previous-owner',
  label: '原顾问优先',
  order: 1,
  pool: {},
  strategy: { name: 'previous-owner' },
  // Somebody's own customer is theirs even when their hands are full; only leave and the hour speak against it.
  availability: { onShift: false, notOnLeave: true, underHoldingCap: false, underDailyCap: false },
}

const sprintFirst: RuleInput = {
  id: 'sprint-best-performer',
  label: '中考冲刺优先',
  order: 2,
  version: 7,
  when: call(
    'and',
    call('equals', field('source'), literal('campus-qr')),
    call('equals', field('subject'), literal('zk-sprint')),
  ),
  pool: { sameAs: 'campus' },
  strategy: { name: 'best-performer', settings: { measure: ordersClosedInSubject } },
}

const seniorIelts = (setup: EducationSetup): RuleInput => ({
  id: 'ielts-high-budget',
  label: '雅思高预算',
  order: 3,
  when: call('and', call('equals', field('subject'), literal('ielts')), call('greaterThan', field('budget'), literal(30_000))),
  pool: { users: setup.seniorConsultantIds, skillField: 'subject' },
  strategy: { name: 'least-load' },
})

const campusTurns: RuleInput = {
  id: 'campus-round-robin',
  label: '校区轮转',
  order: 4,
  when: call('isNotEmpty', field('campus')),
  pool: { sameAs: 'campus', skillField: 'subject' },
  strategy: { name: 'round-robin' },
}

/** At night nobody of the campus is on shift: the lead still gets an owner who calls in the morning, never a queue. */
const campusNight: RuleInput = {
  id: 'campus-after-hours',
  label: '校区下班后',
  order: 5,
  when: call('isNotEmpty', field('campus')),
  pool: { sameAs: 'campus' },
  strategy: { name: 'least-load' },
  availability: { onShift: false, notOnLeave: true, underHoldingCap: true, underDailyCap: false },
}

const leastInHand: RuleInput = {
  id: 'least-in-hand',
  label: '全区最少在手',
  order: 6,
  pool: {},
  strategy: { name: 'least-load' },
  availability: { onShift: false, notOnLeave: true, underHoldingCap: true, underDailyCap: true },
  whenNobody: 'queue',
}

/** Rules in the order they are tried. */
export const assignmentRules = (setup: EducationSetup): RuleInput[] => [
  previousOwnerFirst,
  sprintFirst,
  seniorIelts(setup),
  campusTurns,
  campusNight,
  leastInHand,
]
