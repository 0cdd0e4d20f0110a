import fc from 'fast-check'
import { expect, it } from 'vitest'
import { localTimeOf } from './local-time-of.ts'

/** What the platform's own calendar says, asked anew for each instant. */
const asked = (instant: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }).format(new Date(instant))

it('is what the calendar says, in zones whose clocks change at odd minutes too', () => {
  const zones = fc.constantFrom(
    'Asia/Shanghai',
    'UTC',
    'America/New_York',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  )
  const instants = fc.oneof(
    fc.date({ min: new Date('1950-01-01'), max: new Date('2080-01-01'), noInvalidDate: true }),
    // St. John's changed its clocks at one minute past midnight.
    fc.date({ min: new Date('2010-03-14T03:00:00Z'), max: new Date('2010-03-14T04:00:00Z'), noInvalidDate: true }),
  )
  fc.assert(
    fc.property(instants, zones, (date, zone) => {
      const instant = date.toISOString()
      expect(localTimeOf(instant, zone)).toBe(asked(instant, zone))
      expect(localTimeOf(instant, zone)).toBe(asked(instant, zone))
    }),
    { numRuns: 500 },
  )
})
