import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatInstant, parseInstant } from './instant.ts'
import { instantOfWall, startOfWallDay, wallDay, wallTime } from './zoned-time.ts'

const at = (iso: string): bigint => parseInstant(iso) ?? 0n

it('shows what the clock on the wall shows', () => {
  expect(formatInstant(wallTime(at('2026-11-20T16:00:00Z'), 'Asia/Shanghai'))).toBe('2026-11-21T00:00:00.000Z')
  expect(wallDay(at('2026-11-20T15:59:59.999999Z'), 'Asia/Shanghai')).toBe(wallDay(at('2026-11-20T00:00:00Z'), 'UTC'))
})

it('takes standard time when clocks skip an hour or show it twice, as PostgreSQL does', () => {
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
