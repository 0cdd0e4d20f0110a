import { expect, test } from 'vitest'
import { lastOf } from './last-of.ts'
import { ask } from '../kit/testing/ask.ts'

test('is the member that was added last, and of one member the only one', () => {
  expect(ask(lastOf)(['语文', '数学', '英语'])).toBe('英语')
  expect(ask(lastOf)(['语文'])).toBe('语文')
})

test('of an empty or absent list is absent', () => {
  expect(ask(lastOf)([])).toBeNull()
  expect(ask(lastOf)(null)).toBeNull()
})
