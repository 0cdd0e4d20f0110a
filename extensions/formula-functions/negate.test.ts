import fc from 'fast-check'
import { expect, test } from 'vitest'
import { negate } from './negate.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const minus = ask(negate)

test('twice gives the number back', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(minus(minus(cents / 100))).toBe(cents / 100)
    }),
  )
})

test('zero has no sign: a table that shows −0 would be asked about', () => {
  expect(Object.is(minus(0), 0)).toBe(true)
  expect(minus('0.00')).toBe(0)
})
