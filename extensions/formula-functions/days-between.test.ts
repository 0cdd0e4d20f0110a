import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { daysBetween } from './days-between.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'

const between = ask(daysBetween)

test('is the number that leads from the one day to the other, negative the other way', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      expect(ask(addDays)(from, between(from, to))).toBe(to)
      expect(Number(between(to, from))).toBe(0 - Number(between(from, to)))
    }),
  )
})

test('two minutes over midnight in Shanghai are a day there and none in UTC', () => {
  const [before, after] = ['2026-11-21T15:59:00Z', '2026-11-21T16:01:00Z']
  expect(between(before, after)).toBe(1)
  expect(ask(daysBetween, { timeZone: 'UTC' })(before, after)).toBe(0)
})
