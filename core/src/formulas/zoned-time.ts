import { dayNumber } from './civil-date.ts'
import { microsOfDay } from './instant.ts'

/** Making a formatter costs a hundred times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * What the clock on the wall of a zone shows at an instant, as microseconds since 1970 on that wall:
 * 2026-11-20T16:00Z in Asia/Shanghai is 2026-11-21 00:00.
 */
export const wallTime = (instant: bigint, timeZone: string): bigint => {
  const fraction = ((instant % 1_000_000n) + 1_000_000n) % 1_000_000n
  const parts = partsOf(Number((instant - fraction) / 1_000n), timeZone)
  const part = (type: string): number => Number(parts.get(type) ?? 0)
  const year = parts.get('era') === 'B' ? 1 - part('year') : part('year')
  const seconds = part('hour') * 3_600 + part('minute') * 60 + part('second')
  return BigInt(dayNumber(year, part('month'), part('day'))) * microsOfDay + BigInt(seconds) * 1_000_000n + fraction
}

/** The day on the wall, as days since 1970-01-01. */
export const wallDay = (instant: bigint, timeZone: string): number => {
  const wall = wallTime(instant, timeZone)
  return Number((wall - (((wall % microsOfDay) + microsOfDay) % microsOfDay)) / microsOfDay)
}

/**
 * The instant at which a wall shows a time. When clocks are put forward and skip it, or back and show it twice, the
 * answer is PostgreSQL's: standard time, that is the offset before a gap and the one after an overlap.
 */
export const instantOfWall = (wall: bigint, timeZone: string): bigint => {
  const before = wall - offsetAt(wall - microsOfDay, timeZone)
  const after = wall - offsetAt(wall + microsOfDay, timeZone)
  if (before === after) return before
  const beforeFits = wallTime(before, timeZone) === wall
  const afterFits = wallTime(after, timeZone) === wall
  if (beforeFits !== afterFits) return beforeFits ? before : after
  return before > after ? before : after
}

/** The instant at which a day begins in a zone. */
export const startOfWallDay = (days: number, timeZone: string): bigint => instantOfWall(BigInt(days) * microsOfDay, timeZone)

const offsetAt = (instant: bigint, timeZone: string): bigint => wallTime(instant, timeZone) - instant

const partsOf = (ms: number, timeZone: string): Map<string, string> => {
  const known = formatters.get(timeZone)
  const formatter = known ?? newFormatter(timeZone)
  if (!known) formatters.set(timeZone, formatter)
  return new Map(formatter.formatToParts(ms).map((part) => [part.type, part.value]))
}

const newFormatter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    era: 'narrow',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
