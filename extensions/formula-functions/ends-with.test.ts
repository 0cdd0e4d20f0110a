import fc from 'fast-check'
import { expect, test } from 'vitest'
import { endsWith } from './ends-with.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const ends = ask(endsWith)

test('holds for every end of a text, and for nothing longer than it', () => {
  fc.assert(
    fc.property(anyText, anyText, (rest, end) => {
      expect(ends(rest + end, end)).toBe(true)
      expect(ends(end, rest + end)).toBe(false)
    }),
  )
})

test('no text ends with nothing', () => {
  expect(ends('abc', '')).toBe(false)
  expect(ends('abc', null)).toBe(false)
  expect(ends(null, null)).toBe(false)
})
