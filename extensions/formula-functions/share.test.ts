import fc from 'fast-check'
import { expect, test } from 'vitest'
import { points } from './points.ts'
import { share } from './share.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

test('a share told in points is the percentage it came from, without noise', () => {
  fc.assert(
    fc.property(anyCents, (cents) => {
      expect(ask(points)(ask(share)(cents / 100))).toBe(cents / 100)
    }),
  )
})

test('0.7 % is 0.007, which dividing a double by 100 misses', () => {
  expect(ask(share)(0.7)).toBe(0.007)
  expect(ask(share)(null)).toBeNull()
})
