import { expect, test } from 'vitest'
import { now } from './now.ts'
import { ask } from '../kit/testing/ask.ts'

test('is the moment it is told, in one spelling, wherever the workspace is', () => {
  for (const timeZone of ['Asia/Shanghai', 'America/Los_Angeles'])
    expect(ask(now, { now: '2026-11-22T00:30:00+08:00', timeZone })()).toBe('2026-11-21T16:30:00.000Z')
})

test('is never stored', () => {
  expect(now.isVolatile).toBe(true)
})
