import { expect, test } from 'vitest'
import { dateOf } from './date-of.ts'
import { ask } from '../kit/testing/ask.ts'

test('one moment has the date of the place it is asked for', () => {
  const moment = '2026-11-21T16:00:00Z'
  expect(ask(dateOf)(moment)).toBe('2026-11-22')
  expect(ask(dateOf, { timeZone: 'UTC' })(moment)).toBe('2026-11-21')
  expect(ask(dateOf, { timeZone: 'America/Los_Angeles' })(moment)).toBe('2026-11-21')
})

test('the last microsecond of a day is that day’s', () => {
  expect(ask(dateOf)('2026-11-21T15:59:59.999999Z')).toBe('2026-11-21')
})
