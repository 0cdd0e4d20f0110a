import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstDay, lastDay, weekdayOfDay } from '@jieli/core'
import { workday, workdaysUpTo } from './workdays.ts'

const day = fc.integer({ min: firstDay, max: lastDay })

test('every Monday to Friday adds one, weekends none', () => {
  fc.assert(
    fc.property(day, (each) => {
      expect(workdaysUpTo(each) - workdaysUpTo(each - 1)).toBe(weekdayOfDay(each) <= 5 ? 1 : 0)
    }),
  )
})

test('the n-th workday is the one with n workdays up to it', () => {
  fc.assert(
    fc.property(day, (each) => {
      if (weekdayOfDay(each) <= 5) expect(workday(workdaysUpTo(each))).toBe(each)
    }),
  )
})
