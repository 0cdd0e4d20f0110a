import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isNotOneOf } from './is-not-one-of.ts'
import { isOneOf } from './is-one-of.ts'
import { ask } from '../kit/testing/ask.ts'

const option = fc.constantFrom('douyin', 'offline', 'referral')

test('for a value that is there, exactly one of “is one of” and “is not one of” holds', () => {
  fc.assert(
    fc.property(option, fc.array(option, { minLength: 1, maxLength: 3 }), (value, list) => {
      expect(ask(isOneOf)(value, list)).toBe(list.includes(value))
      expect(ask(isNotOneOf)(value, list)).toBe(!list.includes(value))
    }),
  )
})

test('nothing is one of nothing', () => {
  expect(ask(isOneOf)(null, [null, 'a'])).toBe(false)
  expect(ask(isOneOf)('a', null)).toBe(false)
})
