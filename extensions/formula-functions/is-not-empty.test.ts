import { expect, test } from 'vitest'
import { isNotEmpty } from './is-not-empty.ts'
import { ask } from '../kit/testing/ask.ts'

test.each([
  ['a zero', 0],
  ['a no', false],
  ['a blank', ' '],
  ['a list of one', ['a']],
])('%s is there', (_, value) => {
  expect(ask(isNotEmpty)(value)).toBe(true)
})

test.each([
  ['nothing', null],
  ['empty text', ''],
  ['an empty list', []],
])('%s is not', (_, value) => {
  expect(ask(isNotEmpty)(value)).toBe(false)
})

test('may be asked of a covered value: it tells that one is there, not which', () => {
  expect(isNotEmpty.mayAskCovered).toBe(true)
})
