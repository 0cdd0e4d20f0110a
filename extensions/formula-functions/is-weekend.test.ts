import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isWeekend } from './is-weekend.ts'
import { anyInstant, ask } from '../kit/testing/ask.ts'
import { weekdayOf } from './weekday-of.ts'

test('is weekday 6 or 7 of the place', () => {
  fc.assert(
    fc.property(anyInstant, fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles'), (time, timeZone) => {
      expect(ask(isWeekend, { timeZone })(time)).toBe(Number(ask(weekdayOf, { timeZone })(time)) > 5)
    }),
  )
})

test('a make-up Saturday is still a Saturday: only due times know the statutory days', () => {
  expect(ask(isWeekend)('2026-10-10')).toBe(true)
})
