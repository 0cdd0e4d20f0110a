import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMinutes } from './add-minutes.ts'
import { minutesBetween } from './minutes-between.ts'
import { anyInstant, ask } from '../kit/testing/ask.ts'

const later = ask(addMinutes)

test('lies as many minutes away as were added', () => {
  fc.assert(
    fc.property(anyInstant, fc.integer({ min: -1_000_000, max: 1_000_000 }), (time, count) => {
      expect(ask(minutesBetween)(time, later(time, count))).toBe(count)
    }),
  )
})

test('counts real minutes where clocks are put forward', () => {
  const losAngeles = ask(addMinutes, { timeZone: 'America/Los_Angeles' })
  expect(losAngeles('2026-03-08T09:30:00Z', 60)).toBe('2026-03-08T10:30:00.000Z')
})

test('no number of minutes leads out of the calendar', () => {
  expect(later('9999-12-30T23:59:00Z', 1_440)).toBeNull()
  expect(later('2026-11-21T00:00:00Z', 1e12)).toBeNull()
})
