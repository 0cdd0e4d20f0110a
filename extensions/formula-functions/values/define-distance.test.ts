import fc from 'fast-check'
import { expect, test } from 'vitest'
import { olderThanDays } from '../older-than-days.ts'
import { anyInstant, ask } from '../../kit/testing/ask.ts'
import { withinLastDays } from '../within-last-days.ts'
import { withinNextDays } from '../within-next-days.ts'

const days = fc.integer({ min: 1, max: 36_500 })

test('whatever is past lies either within the last days or before them; what is to come in neither', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, days, (time, now, count) => {
      const [recent, older] = [ask(withinLastDays, { now })(time, count), ask(olderThanDays, { now })(time, count)]
      expect(recent === true || older === true).toBe(time <= now)
      expect(recent === true && older === true).toBe(false)
      if (ask(withinNextDays, { now })(time, count)) expect(time > now).toBe(true)
    }),
  )
})

test('for dates today counts on both sides, so that seven days are today and six more', () => {
  const context = { now: '2026-11-21T16:30:00Z' }
  expect(['2026-11-16', '2026-11-15'].map((day) => ask(withinLastDays, context)(day, 7))).toEqual([true, false])
  expect(['2026-11-22', '2026-11-28', '2026-11-29'].map((day) => ask(withinNextDays, context)(day, 7))).toEqual([
    true,
    true,
    false,
  ])
})

test('days below zero, above a century or unknown ask for nothing', () => {
  for (const count of [-1, 36_501, null]) expect(ask(olderThanDays)('1999-01-01', count)).toBe(false)
})
