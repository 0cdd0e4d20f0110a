import { expect, test } from 'vitest'
import { readLastText } from './public-input.ts'

test('a typed time beats the chip above it, and an empty box beneath does not', () => {
  expect(readLastText(['2026-11-22 10:00', ' 2026-11-23 09:00 '])).toBe('2026-11-23 09:00')
  expect(readLastText(['2026-11-22 10:00', ' '])).toBe('2026-11-22 10:00')
})

test('blanks alone are no answer', () => {
  expect(readLastText(['', '\t'])).toBeNull()
  expect(readLastText([])).toBeNull()
})
