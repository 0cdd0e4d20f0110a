import { expect, test } from 'vitest'
import { isPattern, periodOf, writeNumber } from './pattern.ts'

test('writes the day and the number where the pattern says', () => {
  expect(writeNumber('XS-{yyyyMM}-{0000}', '2026-11-22', 37)).toBe('XS-202611-0037')
  expect(writeNumber('{yy}年{MM}月{dd}日第{0}号', '2026-01-02', 5)).toBe('26年01月02日第5号')
})

test('a number that outgrows its figures is written whole', () => {
  expect(writeNumber('{00}', '2026-11-22', 1234)).toBe('1234')
})

test('counts anew within as much of the day as is shown', () => {
  expect(periodOf('XS-{yyyyMM}-{0000}', '2026-11-22')).toBe('202611')
  expect(periodOf('{yy}/{MM}/{dd} {000}', '2026-11-22')).toBe('26-11-22')
  expect(periodOf('NO{0000}', '2026-11-22')).toBe('')
})

test.each(['', 'XS', '{yyyy}', '{0}{0}', '{00', '{x}{0}', '{MM}{000}', '{yyyy}{dd}{000}'])('refuses %j', (pattern) => {
  expect(isPattern(pattern)).toBe(false)
})
test.each(['{0}', 'XS-{yyyyMM}-{0000}', '{yyyy}-{MM}-{dd}-{000}'])('takes %j', (pattern) => {
  expect(isPattern(pattern)).toBe(true)
})
