import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isTimeZone, offsetAt, offsetOfWall } from './zone-offset.ts'

const HOUR = 3_600_000
const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Europe/Dublin',
]
const anyZone = fc.constantFrom(...zones)
/** Whole minutes from 1985 to 2040, half of them within hours of a change of clocks somewhere. */
const anyMinute = fc
  .oneof(
    fc.integer({ min: Date.UTC(1985, 0, 1) / 60_000, max: Date.UTC(2040, 0, 1) / 60_000 }),
    fc
      .tuple(
        fc.constantFrom(
          '1986-05-03T18:00Z',
          '1991-09-14T17:00Z',
          '2026-03-08T07:00Z',
          '2026-11-01T06:00Z',
          '2026-04-04T15:00Z',
        ),
        fc.integer({ min: -2_000, max: 2_000 }),
      )
      .map(([change, minutes]) => Date.parse(change) / 60_000 + minutes),
  )
  .map((minutes) => minutes * 60_000)

it('knows zones from nonsense', () => {
  expect(isTimeZone('Asia/Shanghai')).toBe(true)
  expect(isTimeZone('Mars/Base')).toBe(false)
  expect(isTimeZone('')).toBe(false)
})

describe('the offset at an instant', () => {
  it('follows summer time, half hours, and Shanghai’s own summers', () => {
    expect(offsetAt(Date.UTC(2026, 10, 21), 'Asia/Shanghai')).toBe(8 * HOUR)
    expect(offsetAt(Date.UTC(1987, 6, 1), 'Asia/Shanghai')).toBe(9 * HOUR)
    expect(offsetAt(Date.UTC(2026, 6, 1), 'America/New_York')).toBe(-4 * HOUR)
    expect(offsetAt(Date.UTC(2026, 6, 1), 'Australia/Lord_Howe')).toBe(10.5 * HOUR)
    expect(offsetAt(0, 'UTC')).toBe(0)
  })

  it('has seconds where clocks went by the sun', () => {
    expect(offsetAt(Date.UTC(1880, 0, 1), 'Asia/Shanghai')).toBe((8 * 3_600 + 5 * 60 + 43) * 1_000)
    expect(offsetAt(-62_135_510_400_000, 'Asia/Shanghai')).toBe((8 * 3_600 + 5 * 60 + 43) * 1_000)
  })

  it('changes at the millisecond, on a day that is asked before and after', () => {
    const change = Date.parse('2026-03-08T07:00:00Z')
    for (let round = 0; round < 2; round += 1) {
      expect(offsetAt(change - 1, 'America/New_York')).toBe(-5 * HOUR)
      expect(offsetAt(change, 'America/New_York')).toBe(-4 * HOUR)
    }
  })

  it('is refused for what is no moment', () => {
    expect(() => offsetAt(Number.NaN, 'UTC')).toThrow(RangeError)
  })
})

describe('the offset of a wall time', () => {
  it('leads from an instant to the wall and back, or to the second showing of the same time', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (at, zone) => {
        const wall = at + offsetAt(at, zone)
        const back = wall - offsetOfWall(wall, zone)
        expect(back).toBeGreaterThanOrEqual(at)
        expect(back + offsetAt(back, zone)).toBe(wall)
      }),
      { numRuns: 1_000 },
    )
  })

  it('moves a time that is never shown forward, by as much as the clocks are', () => {
    fc.assert(
      fc.property(anyMinute, anyZone, (wall, zone) => {
        const at = wall - offsetOfWall(wall, zone)
        const shown = at + offsetAt(at, zone)
        const [before, after] = [offsetAt(wall - 24 * HOUR, zone), offsetAt(wall + 24 * HOUR, zone)]
        expect([0, after - before]).toContain(shown - wall)
        expect(shown).toBeGreaterThanOrEqual(wall)
      }),
      { numRuns: 1_000 },
    )
  })

  it('puts no later wall time earlier, but for what a gap shifts', () => {
    fc.assert(
      fc.property(anyMinute, fc.integer({ min: 0, max: 3_000 }), anyZone, (wall, minutes, zone) => {
        const later = wall + minutes * 60_000
        const isShown = (time: number): boolean => offsetAt(time - offsetOfWall(time, zone), zone) === offsetOfWall(time, zone)
        fc.pre(isShown(wall) && isShown(later))
        expect(later - offsetOfWall(later, zone)).toBeGreaterThanOrEqual(wall - offsetOfWall(wall, zone))
      }),
      { numRuns: 1_000 },
    )
  })
})
