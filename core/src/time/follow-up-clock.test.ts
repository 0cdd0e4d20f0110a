import { expect, it } from 'vitest'
import { followUpClock } from './follow-up-clock.ts'
import { followUpRuleSchema } from './follow-up-rule.ts'
import { hoursOf, officeWeek, shanghai } from './time.fixture.ts'

const rule = followUpRuleSchema.parse({
  id: '48h',
  label: '48 小时规则',
  levels: [
    { afterMinutes: 2_880, tell: 'manager', withHistory: true },
    { afterMinutes: 1_440, tell: 'owner' },
  ],
})

it('tells the owner after 24 hours and the manager after 48, earliest first however they were written', () => {
  expect(followUpClock(rule, shanghai('2026-11-21 10:41'), null)).toMatchObject([
    { level: 1, tell: 'owner', withHistory: false, due: { kind: 'due', dueAt: shanghai('2026-11-22 10:41') } },
    { level: 2, tell: 'manager', withHistory: true, due: { kind: 'due', dueAt: shanghai('2026-11-23 10:41') } },
  ])
})

it('counts working minutes when the rule has a calendar, with the reckoning at every level', () => {
  const [owner, manager] = followUpClock(
    { ...rule, levels: rule.levels.map((level) => ({ ...level, afterMinutes: level.afterMinutes / 24 })) },
    shanghai('2026-09-30 17:30'),
    hoursOf(officeWeek),
  )
  expect(owner?.due).toMatchObject({ dueAt: shanghai('2026-10-08 09:30'), explanation: { minutes: 60 } })
  expect(manager?.due).toMatchObject({ dueAt: shanghai('2026-10-08 10:30'), explanation: { minutes: 120 } })
})
