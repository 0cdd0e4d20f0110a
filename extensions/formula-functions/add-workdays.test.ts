import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addWorkdays } from './add-workdays.ts'
import { isWeekend } from './is-weekend.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'
import { workdaysBetween } from './workdays-between.ts'

const later = ask(addWorkdays)
const isFree = (day: unknown): boolean => ask(isWeekend)(String(day)) === true
const steps = fc.integer({ min: -300, max: 300 }).filter((count) => count !== 0)

test('never ends on a weekend, wherever it begins', () => {
  fc.assert(
    fc.property(anyDate, steps, (day, count) => {
      expect(isFree(later(day, count))).toBe(false)
    }),
  )
})

test('from a workday it can be gone back, and the workdays on the way are one more than the steps', () => {
  fc.assert(
    fc.property(
      anyDate.filter((day) => !isFree(day)),
      steps,
      (day, count) => {
        const end = later(day, count)
        expect(later(end, -count)).toBe(day)
        expect(Math.abs(Number(ask(workdaysBetween)(day, end)))).toBe(Math.abs(count) + 1)
      },
    ),
  )
})
