import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'
import { workdaysBetween } from './workdays-between.ts'

const between = ask(workdaysBetween)

test('any seven days hold five', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(between(day, ask(addDays)(day, 6))).toBe(5)
    }),
  )
})

test('the same stretch from its other end is the same number, negative', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: 1, max: 900 }), (day, count) => {
      const end = ask(addDays)(day, count)
      expect(Number(between(end, day))).toBe(0 - Number(between(day, end)))
    }),
  )
})
