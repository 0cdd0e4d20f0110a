import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateDiff } from './date-diff.ts'
import { daysBetween } from './days-between.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'

const between = ask(dateDiff)

test('turned round it is the negative, in every unit', () => {
  fc.assert(
    fc.property(anyDate, anyDate, fc.constantFrom('年', '月', '周', '天'), (from, to, unit) => {
      expect(Number(between(to, from, unit))).toBe(0 - Number(between(from, to, unit)))
    }),
  )
})

test('a greater unit never counts more than a smaller one, and days are the days between', () => {
  fc.assert(
    fc.property(anyDate, anyDate, (from, to) => {
      const sizes = ['年', '月', '周', '天'].map((unit) => Math.abs(Number(between(from, to, unit))))
      expect(sizes).toEqual(sizes.toSorted((a, b) => a - b))
      expect(between(from, to, '天')).toBe(ask(daysBetween)(from, to))
    }),
  )
})

test('an unknown unit is absent, and so are hours between dates', () => {
  expect(between('2026-01-01', '2026-01-02', '世纪')).toBeNull()
  expect(between('2026-01-01', '2026-01-02', '小时')).toBeNull()
})
