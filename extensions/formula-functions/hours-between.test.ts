import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hoursBetween } from './hours-between.ts'
import { minutesBetween } from './minutes-between.ts'
import { anyInstant, ask } from '../kit/testing/ask.ts'

test('is the full sixties of the minutes between', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, (from, to) => {
      expect(ask(hoursBetween)(from, to)).toBe(Math.trunc(Number(ask(minutesBetween)(from, to)) / 60) + 0)
    }),
  )
})

test('of a time that is not there is absent', () => {
  expect(ask(hoursBetween)(null, '2026-11-21T00:00:00Z')).toBeNull()
})
