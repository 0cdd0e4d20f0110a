import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mid } from './mid.ts'
import { replaceAt } from './replace-at.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const replaced = ask(replaceAt)

test('a part replaced by itself leaves the text', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 15 }), fc.nat(15), (text, start, count) => {
      expect(replaced(text, start, count, ask(mid)(text, start, count))).toBe(text)
    }),
  )
})

test('replacing nothing inserts, and past the end appends', () => {
  expect(replaced('中学', 2, 0, '考数')).toBe('中考数学')
  expect(replaced('ab', 9, 1, 'c')).toBe('abc')
  expect(replaced('ab', 1, 2)).toBeNull()
})
