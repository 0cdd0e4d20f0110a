import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atLeast } from './at-least.ts'
import { atMost } from './at-most.ts'
import { between } from './between.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'

const within = ask(between)

test('is “at least” and “at most” at once, both ends counting', () => {
  fc.assert(
    fc.property(anyDate, anyDate, anyDate, (day, from, to) => {
      expect(within(day, from, to)).toBe(ask(atLeast)(day, from) === true && ask(atMost)(day, to) === true)
      expect(within(from, from, from)).toBe(true)
    }),
  )
})

test('bounds the wrong way round hold for nothing, and a bound that is missing is no open end', () => {
  expect(within(3, 5, 1)).toBe(false)
  expect(within(3, 1, null)).toBe(false)
})
