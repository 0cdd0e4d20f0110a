import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'
import { ask } from '../kit/testing/ask.ts'

const first = ask(coalesce)

test('leading absent values change nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'b', null), { minLength: 1, maxLength: 4 }), (values) => {
      expect(first(null, ...values)).toBe(first(...values))
    }),
  )
})

test('zero and “no” are there, empty text is not', () => {
  expect(first(null, 0, 5)).toBe(0)
  expect(first(null, false, true)).toBe(false)
  expect(first('', 'b')).toBe('b')
})
