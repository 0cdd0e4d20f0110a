import { expect, test } from 'vitest'
import { nearName } from './near-name.ts'

test('a slip of the hand is guessed, the beginning of a name too', () => {
  expect(nearName('SUMM', ['ROUND', 'SUM'])).toBe('SUM')
  expect(nearName('ruond', ['ROUND', 'SUM'])).toBe('ROUND')
  expect(nearName('意向', ['来源', '意向科目'])).toBe('意向科目')
  expect(nearName('金 頟', ['来源', '金额'])).toBe('金额')
})

test('the nearest wins, and what is far from all is not guessed', () => {
  expect(nearName('hour', ['house', 'hours'])).toBe('hours')
  expect(nearName('banana', ['ROUND', 'SUM'])).toBeUndefined()
  expect(nearName('甲', ['乙'])).toBeUndefined()
})
