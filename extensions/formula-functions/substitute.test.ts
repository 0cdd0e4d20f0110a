import fc from 'fast-check'
import { expect, test } from 'vitest'
import { substitute } from './substitute.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const put = ask(substitute)

test('what is put in for a sign and taken out again leaves the text', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(put(put(text, '-', '〇'), '〇', '-')).toBe(text)
      expect(String(put(text, '-', '〇'))).not.toContain('-')
    }),
  )
})

test('takes $& and other signs of patterns for what they are', () => {
  expect(put('a.c', '.', '$&')).toBe('a$&c')
  expect(put('abc', '.', 'x')).toBe('abc')
})

test('cannot be nested into a text larger than any field', () => {
  expect(put('x'.repeat(10_001), 'x', '')).toBeNull()
  expect(put('x', 'x', 'y'.repeat(101))).toBeNull()
})
