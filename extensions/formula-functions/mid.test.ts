import fc from 'fast-check'
import { expect, test } from 'vitest'
import { left } from './left.ts'
import { mid } from './mid.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('from the first character on it is the beginning', () => {
  fc.assert(
    fc.property(anyText, fc.nat(15), (text, count) => {
      expect(ask(mid)(text, 1, count)).toBe(ask(left)(text, count))
    }),
  )
})

test('counts from one, and past the end there is nothing', () => {
  expect(ask(mid)('😀中考', 2, 1)).toBe('中')
  expect(ask(mid)('abc', 4, 1)).toBeNull()
  expect(ask(mid)('abc', -1, 2)).toBeNull()
})
