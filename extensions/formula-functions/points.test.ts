import fc from 'fast-check'
import { expect, test } from 'vitest'
import { points } from './points.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

test('moves the decimal point by two and nothing else', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(ask(points)(cents / 100)).toBe(cents)
    }),
  )
})

test('0.29 is 29 points, where a double times 100 gives 28.999999999999996', () => {
  expect(ask(points)(0.29)).toBe(29)
})
