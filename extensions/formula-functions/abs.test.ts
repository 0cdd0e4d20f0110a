import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abs } from './abs.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const of = ask(abs)

test('is never negative and the same for a number and its negative', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(of(cents / 100)).toBe(Math.abs(cents) / 100)
      expect(of(cents / 100)).toBe(of(-cents / 100))
    }),
  )
})

test('keeps every digit of an amount that a double would round', () => {
  expect(of('-99999999999999999.01')).toBe('99999999999999999.01')
})
