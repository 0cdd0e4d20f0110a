import { assert } from '../errors/assert.ts'
import { offsetAt, offsetOfWall } from './zone-offset.ts'

/**
 * Civil dates and instants, always in a named zone: nothing here reads the machine's zone or clock. Instants are
 * milliseconds since 1970 in UTC; civil dates are `YYYY-MM-DD`.
 */

/** The instant of an ISO text that says its zone; null for anything else, so that no local time slips in. */
export const parseInstant = (iso: string): number | null => {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(iso)) return null
  const at = Date.parse(iso)
  return Number.isNaN(at) ? null : at
}

/** The instant of an ISO text made by the platform itself. */
export const instantOf = (iso: string): number => {
  const at = parseInstant(iso)
  assert(at !== null, `"${iso}" is an instant with its zone`)
  return at
}

/** Milliseconds since 1970 → ISO in UTC. */
export const isoOf = (at: number): string => new Date(at).toISOString()

const DAY = 86_400_000

/** What the wall clock shows, as it is written without a zone: `2026-11-21T00:00:00` in Shanghai at 2026-11-20T16:00:00Z. */
export const wallText = (at: number, timeZone: string): string => isoOf(at + offsetAt(at, timeZone)).slice(0, 19)

/** The civil date at an instant: 2026-11-20T16:00:00Z is 2026-11-21 in Shanghai. */
export const civilDate = (at: number, timeZone: string): string => wallText(at, timeZone).slice(0, 10)

/** The civil date `days` later. */
export const addDays = (date: string, days: number): string => isoOf(Date.parse(`${date}T00:00:00Z`) + days * DAY).slice(0, 10)

/** 0 for Monday … 6 for Sunday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/**
 * The instant at which a zone's clocks show a time of a civil date. A time that clocks jump over moves forward by the gap;
 * of a time they show twice, the second counts, as in PostgreSQL. `24:00` is the next midnight.
 * @example zonedInstant('2026-11-21', '08:30', 'Asia/Shanghai') === Date.UTC(2026, 10, 21, 0, 30)
 */
export const zonedInstant = (date: string, clock: string, timeZone: string): number => {
  const wall = Date.parse(`${date}T00:00:00Z`) + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000
  return wall - offsetOfWall(wall, timeZone)
}
