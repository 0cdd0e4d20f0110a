import fc from 'fast-check'
import { expect, test } from 'vitest'
import { repeat } from './repeat.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

const repeated = ask(repeat)

test('is the text so many times, and nothing for none', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 1, max: 100 }), (text, count) => {
      expect(String(repeated(text, count)).split(text).filter(Boolean)).toEqual([])
      expect(String(repeated(text, count))).toHaveLength(text.length * count)
    }),
  )
  expect(repeated('★', 0)).toBeNull()
})

test('cannot blow a record up: long texts and large counts are refused', () => {
  expect(repeated('x'.repeat(101), 1)).toBeNull()
  expect(repeated('x', 1e9)).toBeNull()
  expect(repeated('x'.repeat(100), 100)).toHaveLength(10_000)
})
