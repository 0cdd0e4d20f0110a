import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concat } from './concat.ts'
import { length } from './length.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('of two texts joined is the sum of their lengths', () => {
  fc.assert(
    fc.property(anyText, anyText, (a, b) => {
      expect(ask(length)(ask(concat)(a, b))).toBe(Number(ask(length)(a)) + Number(ask(length)(b)))
    }),
  )
})

test('counts an emoji as one, as the database does', () => {
  expect(ask(length)('😀')).toBe(1)
})
