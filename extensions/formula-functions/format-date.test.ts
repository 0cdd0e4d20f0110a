import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatDate } from './format-date.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'

const shown = ask(formatDate)

test('in the pattern of dates every date is itself', () => {
  fc.assert(
    fc.property(anyDate, (day) => {
      expect(shown(day, 'YYYY-MM-DD')).toBe(day)
    }),
  )
})

test('months are told from minutes by their case, and other letters stay', () => {
  expect(shown('2026-11-21T16:05:09Z', 'MM月DD日 HH:mm:ss Y M')).toBe('11月22日 00:05:09 Y M')
})

test('a date has a clock of zeros; a pattern without end or without signs gives nothing', () => {
  expect(shown('2026-11-22', 'HH:mm')).toBe('00:00')
  expect(shown('2026-11-22', 'x'.repeat(101))).toBeNull()
  expect(shown('2026-11-22', null)).toBeNull()
})
