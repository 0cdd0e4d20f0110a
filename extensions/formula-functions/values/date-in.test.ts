import { expect, test } from 'vitest'
import { dateIn } from './date-in.ts'

test('follows a zone’s own midnight, also where it moves with summer time', () => {
  expect(dateIn('2026-07-01T06:59:59Z', 'America/Los_Angeles')).toBe('2026-06-30')
  expect(dateIn('2026-07-01T07:00:00Z', 'America/Los_Angeles')).toBe('2026-07-01')
  expect(dateIn('2026-12-01T07:00:00Z', 'America/Los_Angeles')).toBe('2026-11-30')
})

test('what is no moment has no date', () => {
  for (const time of [null, undefined, 5, '2026-11-21', 'soon']) expect(dateIn(time, 'UTC')).toBeNull()
})
