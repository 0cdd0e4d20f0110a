import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatInstant, parseInstant } from './instant.ts'
import { addWallDays, instantOfWall, startOfWallDay, wallDay, wallTime } from './wall-time.ts'

const at = (iso: string): bigint => parseInstant(iso) ?? 0n

it('shows what the clock on the wall shows', () => {
  expect(formatInstant(wallTime(at('2026-11-20T16:00:00Z'), 'Asia/Shanghai'))).toBe('2026-11-21T00:00:00.000Z')
  expect(wallDay(at('2026-11-20T15:59:59.999999Z'), 'Asia/Shanghai')).toBe(wallDay(at('2026-11-20T00:00:00Z'), 'UTC'))
})

it('moves a skipped time past the gap and takes the second of a repeated one, as PostgreSQL does', () => {
  // New York: 02:30 does not exist on 2026-03-08, 01:30 is shown twice on 2026-11-01.
  expect(formatInstant(instantOfWall(at('2026-03-08T02:30:00Z'), 'America/New_York'))).toBe('2026-03-08T07:30:00.000Z')
  expect(formatInstant(instantOfWall(at('2026-11-01T01:30:00Z'), 'America/New_York'))).toBe('2026-11-01T06:30:00.000Z')
})

it('finds the instant of every time a wall has shown', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC')
  fc.assert(
    fc.property(fc.bigInt({ min: at('1950-01-01T00:00Z'), max: at('2050-01-01T00:00Z') }), zones, (instant, zone) => {
      const wall = wallTime(instant, zone)
      expect(wallTime(instantOfWall(wall, zone), zone)).toBe(wall)
    }),
  )
})

it('begins a day where the day before ends', () => {
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 25_000 }), fc.constantFrom('Asia/Shanghai', 'America/New_York'), (day, zone) => {
      const start = startOfWallDay(day, zone)
      expect([wallDay(start, zone), wallDay(start - 1n, zone)]).toEqual([day, day - 1])
    }),
  )
})

it('adds days on the wall: the clock stays, and days add up', () => {
  expect(formatInstant(addWallDays(at('2026-03-07T17:00:00.000001Z'), 1, 'America/New_York'))).toBe(
    '2026-03-08T16:00:00.000001Z',
  )
  // At noon no zone's clocks change, so no day on the way shifts the time.
  const noon = fc.integer({ min: 0, max: 25_000 })
  const zones = fc.constantFrom('Asia/Shanghai', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu')
  fc.assert(
    fc.property(noon, fc.integer({ min: -400, max: 400 }), fc.integer({ min: -400, max: 400 }), zones, (day, a, b, zone) => {
      const start = startOfWallDay(day, zone)
      const twelve = instantOfWall(wallTime(start, zone) - (wallTime(start, zone) % 86_400_000_000n) + 43_200_000_000n, zone)
      expect(addWallDays(addWallDays(twelve, a, zone), b, zone)).toBe(addWallDays(twelve, a + b, zone))
      expect(wallDay(addWallDays(twelve, a, zone), zone)).toBe(wallDay(twelve, zone) + a)
    }),
  )
})
