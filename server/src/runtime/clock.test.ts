import { expect, it } from 'vitest'
import { addMinutes, ManualClock } from './clock.ts'

it('passes only when it is set', () => {
  const clock = new ManualClock('2026-11-21T00:00:00.000Z')
  expect(clock.now()).toBe(clock.now())
  clock.set('2026-11-22T00:00:00.000Z')
  expect(clock.now()).toBe('2026-11-22T00:00:00.000Z')
})

it('adds minutes over the end of a day, a month and a year, and back', () => {
  expect(addMinutes('2026-12-31T23:59:00.000Z', 1)).toBe('2027-01-01T00:00:00.000Z')
  expect(addMinutes('2027-01-01T08:00:00+08:00', -1)).toBe('2026-12-31T23:59:00.000Z')
})
