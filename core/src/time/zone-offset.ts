/**
 * How far the clocks of a zone are ahead of UTC: the one place where the zone database is asked. Times here are
 * milliseconds since 1970; what a wall shows is reckoned as if it were UTC, the usual trick to use plain numbers.
 */
const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs a hundred times more than using it. */
const formatOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
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

const SECOND = 1_000
const DAY = 86_400_000

/** Slow: a few microseconds a call, which a batch makes by the million. Before railways, offsets have seconds. */
const readOffset = (at: number, timeZone: string): number => {
  // Some engines write UTC without digits.
  const written = /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatOf(timeZone).format(at))
  const [, sign, hours = 0, minutes = 0, seconds = 0] = written ?? []
  const offset = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * SECOND
  return sign === '-' ? -offset : offset
}

/** Offsets by zone and UTC day; null on days when the clocks change. Forgotten when there are many, so it cannot grow. */
const offsets = new Map<string, Map<number, number | null>>()
const MOST_OFFSETS = 5_000

/**
 * The offset at an instant, to the second: 28,800,000 in Asia/Shanghai in 2026, 32,400,000 in its summer of 1987.
 * @throws RangeError for an unknown zone, and for an instant that is no number.
 */
export const offsetAt = (at: number, timeZone: string): number => {
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

/**
 * The offset to take off a time on the wall to get its instant, by PostgreSQL's rule, so that conditions are worth the same
 * in SQL: a time that the clocks skip takes the offset before the gap, and so moves forward by it; of a time that they show
 * twice, the second counts. Both are the later of the two readings.
 */
export const offsetOfWall = (wall: number, timeZone: string): number => {
  // The offsets on either side, a day away: no zone changes its clocks twice within two days.
  const before = offsetAt(wall - DAY, timeZone)
  const after = offsetAt(wall + DAY, timeZone)
  if (before === after) return before
  const beforeFits = offsetAt(wall - before, timeZone) === before
  const afterFits = offsetAt(wall - after, timeZone) === after
  if (beforeFits !== afterFits) return beforeFits ? before : after
  return Math.min(before, after)
}
