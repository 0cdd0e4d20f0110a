import { assert } from '../errors/assert.ts'

/**
 * Civil dates and instants, always in a named zone: nothing here reads the machine's zone or clock. Instants are
 * milliseconds since 1970 in UTC; civil dates are `YYYY-MM-DD`.
 */
const formats = new Map<string, Intl.DateTimeFormat>()

const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(timeZone, made)
  return made
}

/** Whether `Intl` knows the zone: `Asia/Shanghai` yes, `Mars/Base` no. */
export const isTimeZone = (name: string): boolean => {
  try {
    formatOf(name)
    return true
  } catch {
    return false
  }
}

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

/** How far the zone's clocks are ahead of UTC. Slow: a few microseconds a call, which a batch makes by the million. */
const readOffset = (at: number, timeZone: string): number => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(timeZone).formatToParts(at)) part[type] = Number(value)
  const wall = Date.UTC(part['year'] ?? 0, (part['month'] ?? 1) - 1, part['day'], part['hour'], part['minute'], part['second'])
  return wall - Math.floor(at / 1_000) * 1_000
}

/** Offsets by zone and UTC day; null on days when the clocks change. Forgotten when there are many, so it cannot grow. */
const offsets = new Map<string, Map<number, number | null>>()
const MOST_OFFSETS = 5_000

const offsetAt = (at: number, timeZone: string): number => {
  const known = offsets.get(timeZone) ?? new Map<number, number | null>()
  const day = Math.floor(at / DAY)
  let offset = known.get(day)
  if (offset === undefined) {
    const first = readOffset(day * DAY, timeZone)
    offset = first === readOffset((day + 1) * DAY - 1, timeZone) ? first : null
    if (known.size >= MOST_OFFSETS) known.clear()
    offsets.set(timeZone, known.set(day, offset))
  }
  return offset ?? readOffset(at, timeZone)
}

/** What the wall clock shows, as if it were UTC: the usual trick to reckon in local time with plain numbers. */
const wallClock = (at: number, timeZone: string): number => at + offsetAt(at, timeZone)

/** The civil date at an instant: 2026-11-20T16:00:00Z is 2026-11-21 in Shanghai. */
export const civilDate = (at: number, timeZone: string): string => isoOf(wallClock(at, timeZone)).slice(0, 10)

/** The civil date `days` later. */
export const addDays = (date: string, days: number): string => isoOf(Date.parse(`${date}T00:00:00Z`) + days * DAY).slice(0, 10)

/** 0 for Monday … 6 for Sunday. */
export const weekdayOf = (date: string): number => (new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7

/**
 * The instant at which a zone's clocks show a time of a civil date. A time that clocks jump over is moved past the gap;
 * of a time they show twice, the first counts. `24:00` is the next midnight.
 */
export const zonedInstant = (date: string, clock: string, timeZone: string): number => {
  const wall = Date.parse(`${date}T00:00:00Z`) + (Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))) * 60_000
  // The zone's offsets on either side: no zone changes its clocks twice within two days.
  const before = offsetAt(wall - DAY, timeZone)
  const after = offsetAt(wall + DAY, timeZone)
  const early = wall - before
  if (before === after || wallClock(early, timeZone) === wall) return early
  const late = wall - after
  return wallClock(late, timeZone) === wall ? late : early
}
