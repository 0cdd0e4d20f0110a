import fc from 'fast-check'
import { expect, test } from 'vitest'
import { abs } from './abs.ts'
import { multiply } from './multiply.ts'
import { sign } from './sign.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

test('and size make up the number', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(ask(multiply)(ask(sign)(cents), ask(abs)(cents))).toBe(cents + 0)
    }),
  )
})

test('of nothing is nothing, not zero', () => {
  expect(ask(sign)(null)).toBeNull()
  expect(ask(sign)('-0.01')).toBe(-1)
})
