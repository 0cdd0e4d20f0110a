const formatters = new Map<string, Intl.DateTimeFormat>()

/** Building a formatter costs a hundred times its use. */
function formatterFor(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
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
    formatters.set(timeZone, formatter)
  }
  return formatter
}

const QUARTER_MS = 15 * 60_000
const MOST_REMEMBERED = 20_000
const offsets = new Map<string, number>()

/** `2026-03-08T06:30:00.000Z` → `2026-03-08 14:30:00` in Asia/Shanghai. */
export function localTimeOf(instant: string, timeZone: string): string {
  const time = Date.parse(instant)
  const shown = new Date(time + offsetAt(time, timeZone)).toISOString()
  // Years beyond 9999 or before 0 are written with a sign and six digits; nobody has such a date.
  return `${shown.slice(0, 10)} ${shown.slice(11, 19)}`
}

/** Clocks change between two quarters, or (in few places) within one: such a quarter is not remembered. */
function offsetAt(time: number, timeZone: string): number {
  const quarter = Math.floor(time / QUARTER_MS)
  const key = `${timeZone} ${quarter}`
  const known = offsets.get(key)
  if (known !== undefined) return known
  const offset = reckonOffset(time, timeZone)
  const ends = [quarter * QUARTER_MS, (quarter + 1) * QUARTER_MS - 1_000]
  if (ends.every((end) => reckonOffset(end, timeZone) === offset)) {
    if (offsets.size >= MOST_REMEMBERED) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}

function reckonOffset(time: number, timeZone: string): number {
  const part: Record<string, number> = {}
  for (const { type, value } of formatterFor(timeZone).formatToParts(new Date(time))) part[type] = Number(value)
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part
  const local = new Date(0)
  local.setUTCFullYear(year, month - 1, day)
  local.setUTCHours(hour, minute, second)
  return local.getTime() - Math.floor(time / 1_000) * 1_000
}
