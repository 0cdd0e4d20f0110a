import fc from 'fast-check'
import { expect, test } from 'vitest'
import { contains } from './contains.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const holds = ask(contains)

test('a text contains what it was made of', () => {
  fc.assert(
    fc.property(anyText, anyText, anyText, (before, part, after) => {
      expect(holds(before + part + after, part)).toBe(true)
    }),
  )
})

test('has no wildcards: a percent sign is a percent sign', () => {
  expect(holds('八折', '%')).toBe(false)
  expect(holds('abc', 'a_c')).toBe(false)
  expect(holds('8%', '%')).toBe(true)
})

test('an empty or absent part is contained in nothing, so that a half-filled condition takes nobody', () => {
  expect(holds('abc', '')).toBe(false)
  expect(holds('abc', null)).toBe(false)
})
