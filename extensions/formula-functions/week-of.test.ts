import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { startOfWeek } from './start-of-week.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'
import { weekOf } from './week-of.ts'

const week = ask(weekOf)

test('is the same from Monday to Sunday, and another one the Monday after', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      const monday = ask(startOfWeek)(day)
      expect(week(day)).toBe(week(monday))
      expect(week(ask(addDays)(monday, 7))).not.toBe(week(monday))
    }),
  )
})

test('4 January is always in week 1', () => {
  for (let year = 1990; year < 2060; year += 1) expect(week(`${year}-01-04`)).toBe(1)
})
