/** A day on the calendar of one time zone. */
export interface CalendarDay {
  /** `YYYY-MM-DD`. */
  date: string
  /** 0 is Monday. */
  weekday: number
}

/** Making a formatter costs a hundred times more than using it. */
const formatters = new Map<string, Intl.DateTimeFormat>()

const formatterOf = (timeZone: string): Intl.DateTimeFormat => {
  const known = formatters.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'longOffset',
  })
  formatters.set(timeZone, made)
  return made
}

const partsOf = (instant: Date, timeZone: string): Record<string, string> =>
  Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(instant)
      .map(({ type, value }) => [type, value]),
  )

/** The wall clock of a zone at an instant: `2026-11-22T14:00`. */
export const wallClock = (instant: Date, timeZone: string): string => {
  const { year, month, day, hour, minute } = partsOf(instant, timeZone)
  return `${year}-${month}-${day}T${hour}:${minute}`
}

/** Today in the zone and the days after it, `count` in all. */
export const daysFrom = (now: string, timeZone: string, count: number): CalendarDay[] => {
  const today = Date.parse(`${wallClock(new Date(now), timeZone).slice(0, 10)}T00:00:00Z`)
  return Array.from({ length: count }, (_, index) => {
    const day = new Date(today + index * 86_400_000)
    return { date: day.toISOString().slice(0, 10), weekday: (day.getUTCDay() + 6) % 7 }
  })
}

/**
 * A wall clock with the zone's offset at that moment: `2026-11-22T14:00+08:00`. Asked twice, because the first guess may
 * fall on the other side of a change to summer time.
 */
export const withOffset = (wall: string, timeZone: string): string => {
  const offsetAt = (instant: number): string =>
    (partsOf(new Date(instant), timeZone)['timeZoneName'] ?? '').slice(3) || '+00:00'
  const first = offsetAt(Date.parse(`${wall}Z`))
  return `${wall}${offsetAt(Date.parse(`${wall}${first}`))}`
}
