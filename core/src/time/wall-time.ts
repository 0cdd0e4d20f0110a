import { microsOfDay } from './instant.ts'
import { offsetAt, offsetOfWall } from './zone-offset.ts'

/**
 * Instants and wall times in microseconds, the precision of PostgreSQL: what formulas reckon with. Those who need no more than
 * milliseconds take `zoned-time.ts`; both go by `zone-offset.ts`.
 */

/** Milliseconds, rounded down: offsets are whole seconds, so they can be asked by them. */
const millisOf = (micros: bigint): number => Number((micros - (((micros % 1_000n) + 1_000n) % 1_000n)) / 1_000n)

/**
 * What the clock on the wall of a zone shows at an instant, as microseconds since 1970 on that wall:
 * 2026-11-20T16:00Z in Asia/Shanghai is 2026-11-21 00:00.
 */
export const wallTime = (instant: bigint, timeZone: string): bigint =>
  instant + BigInt(offsetAt(millisOf(instant), timeZone)) * 1_000n

/** The day on the wall, as days since 1970-01-01. */
export const wallDay = (instant: bigint, timeZone: string): number => {
  const wall = wallTime(instant, timeZone)
  return Number((wall - (((wall % microsOfDay) + microsOfDay) % microsOfDay)) / microsOfDay)
}

/**
 * The instant at which a wall shows a time. A time that the clocks skip moves forward by the gap; of a time shown twice, the
 * second counts: PostgreSQL's rule.
 */
export const instantOfWall = (wall: bigint, timeZone: string): bigint =>
  wall - BigInt(offsetOfWall(millisOf(wall), timeZone)) * 1_000n

/** The instant at which a day, as days since 1970-01-01, begins in a zone. */
export const startOfWallDay = (days: number, timeZone: string): bigint => instantOfWall(BigInt(days) * microsOfDay, timeZone)

/** The instant at which the wall shows the same clock some days later; such a day may have 23 or 25 hours. */
export const addWallDays = (instant: bigint, days: number, timeZone: string): bigint =>
  instantOfWall(wallTime(instant, timeZone) + BigInt(days) * microsOfDay, timeZone)
