import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startsWith } from './starts-with.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const begins = ask(startsWith)

test('holds for every beginning of a text, and for nothing longer than it', () => {
  fc.assert(
    fc.property(anyText, anyText, (start, rest) => {
      expect(begins(start + rest, start)).toBe(true)
      expect(begins(start, start + rest)).toBe(false)
    }),
  )
})

test('a pattern is taken as it is written, and nothing begins with nothing', () => {
  expect(begins('138001', '1_8')).toBe(false)
  expect(begins('138001', '')).toBe(false)
  expect(begins(null, '1')).toBe(false)
})
