import { expect, it } from 'vitest'
import { followUpRuleReferences, followUpRuleSchema } from './follow-up-rule.ts'

const rule = { id: 'f', label: '48 小时', levels: [{ afterMinutes: 2_880, tell: 'owner' }] }

it('names its object, what its condition reads, and its calendar if it has one', () => {
  const named = followUpRuleReferences(
    followUpRuleSchema.parse({ ...rule, when: { call: 'isEmpty', args: [{ field: 'stage' }] }, calendarId: 'office' }),
  )
  expect(named.map(({ to, name }) => `${to}:${name}`)).toEqual(['object:lead', 'field:stage', 'calendar:office'])
  expect(followUpRuleReferences(followUpRuleSchema.parse(rule))).toHaveLength(1)
})

it('has one to five levels, each at least a minute and at most a year after the start', () => {
  const withLevels = (...minutes: number[]) =>
    followUpRuleSchema.safeParse({ ...rule, levels: minutes.map((afterMinutes) => ({ afterMinutes, tell: 'manager' })) })
      .success
  expect(withLevels(1, 525_600)).toBe(true)
  for (const minutes of [[], [0], [525_601], [1.5], [1, 2, 3, 4, 5, 6]]) expect(withLevels(...minutes)).toBe(false)
})
