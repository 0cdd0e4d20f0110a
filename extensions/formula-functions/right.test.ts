import fc from 'fast-check'
import { expect, test } from 'vitest'
import { right } from './right.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const end = ask(right)

test('is the end of the text, of exactly as many characters as asked while there are so many', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 15 }), (text, count) => {
      const taken = String(end(text, count))
      expect(text.endsWith(taken)).toBe(true)
      expect([...taken]).toHaveLength(Math.min(count, [...text].length))
    }),
  )
})

test('none of a text is nothing, not all of it', () => {
  expect(end('abc', 0)).toBeNull()
})
