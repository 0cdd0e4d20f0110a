import fc from 'fast-check'
import { expect, test } from 'vitest'
import { firstOf } from './first-of.ts'
import { lastOf } from './last-of.ts'
import { ask } from '../kit/testing/ask.ts'

test('is the last of the list turned round', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('语文', '数学', '英语'), { minLength: 1, maxLength: 5 }), (list) => {
      expect(ask(firstOf)(list)).toBe(list[0])
      expect(ask(firstOf)(list)).toBe(ask(lastOf)(list.toReversed()))
    }),
  )
})

test('of an empty or absent list is absent', () => {
  expect(ask(firstOf)([])).toBeNull()
  expect(ask(firstOf)(null)).toBeNull()
})
