import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isEmpty } from './is-empty.ts'
import { isNotEmpty } from './is-not-empty.ts'
import { ask } from '../kit/testing/ask.ts'

const anything = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.constantFrom('', ' ', '0', '中'),
  fc.array(fc.constantFrom('a', 'b'), { maxLength: 2 }),
)

test('is the exact opposite of “is not empty”', () => {
  fc.assert(
    fc.property(anything, (value) => {
      expect(ask(isEmpty)(value)).toBe(!ask(isNotEmpty)(value))
    }),
  )
})

test('zero and “no” are answers', () => {
  expect(ask(isEmpty)(0)).toBe(false)
  expect(ask(isEmpty)(false)).toBe(false)
})
