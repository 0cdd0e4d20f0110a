import fc from 'fast-check'
import { expect, test } from 'vitest'
import { upper } from './upper.ts'
import { anyText, ask } from '../kit/testing/ask.ts'

test('keeps the number of characters: no ß becomes SS', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect([...String(ask(upper)(text))]).toHaveLength([...text].length)
    }),
  )
  expect(ask(upper)('straße')).toBe('STRAßE')
})

test('empty text is absent', () => {
  expect(ask(upper)('')).toBeNull()
})
