import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareValues } from './compare-values.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'ｚ', '😀', '中', 'Z'), minLength: 1, maxLength: 4 })

test('texts are ordered as PostgreSQL orders bytes of UTF-8, whatever the machine’s language', () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(Math.sign(compareValues(a, b, 'text') ?? NaN)).toBe(Buffer.compare(Buffer.from(a), Buffer.from(b)))
    }),
  )
})

test('moments are compared by when they are, not by how they are written', () => {
  expect(compareValues('2026-11-21T00:00:00Z', '2026-11-21T08:00:00+08:00', 'instant')).toBe(0)
  expect(compareValues('2026-11-21T00:00:00.0001Z', '2026-11-21T00:00:00Z', 'instant')).toBe(1)
})

test('a number is compared with the text of a number, and with nothing else', () => {
  expect(compareValues('10.00', 10)).toBe(0)
  expect(compareValues('9', 10, 'number')).toBe(-1)
  expect(compareValues('abc', 10)).toBeNull()
  expect(compareValues(true, 'true')).toBeNull()
})

test('false comes before true, and lists have no order', () => {
  expect(compareValues(false, true)).toBeLessThan(0)
  expect(compareValues(['a'], ['a'])).toBeNull()
})
