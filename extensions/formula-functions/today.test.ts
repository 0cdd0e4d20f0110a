import { expect, test } from 'vitest'
import { today } from './today.ts'
import { ask } from '../kit/testing/ask.ts'

test('begins at midnight in Shanghai, eight hours before it does in UTC', () => {
  expect(ask(today, { now: '2026-11-21T15:59:59.999Z' })()).toBe('2026-11-21')
  expect(ask(today, { now: '2026-11-21T16:00:00Z' })()).toBe('2026-11-22')
  expect(ask(today, { now: '2026-11-21T16:00:00Z', timeZone: 'UTC' })()).toBe('2026-11-21')
})
