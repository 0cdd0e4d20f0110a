import { expect, test } from 'vitest'
import { dayName, dayNumber } from './day-names.ts'

test('every name that is shown is read back, in both languages', () => {
  for (const locale of ['zh-CN', 'en'] as const)
    for (let day = 0; day < 7; day += 1) expect(dayNumber(dayName(day, locale))).toBe(day)
})

test('Sunday goes by four names, and a week begins on Monday', () => {
  expect(['周日', '星期天', '礼拜天', 'sunday'].map(dayNumber)).toEqual([6, 6, 6, 6])
  expect(dayNumber('星期一')).toBe(0)
})

test.each(['', '周八', 'mo', 'sunny', '明天'])('%j is no day', (text) => {
  expect(dayNumber(text)).toBeNull()
})
