import { readCalendarDate } from '@jieli/core/fields/read-calendar-date'
import { zonedInstant } from '@jieli/core/time/zoned-time'

const day = /(.{8,14}?) ?(?:T|(?<=[\d日]) ?)/
const time = / ?(\D{2})? ?(\d{1,2})(?::(\d{2})|[时点](?:(\d{1,2})分?)?)(?::?(\d{2})(?:[.,](\d{1,9}))?秒?)?/
const halfAndZone = / ?(am|pm)? ?(z|[+-]\d{2}(?::?\d{2})?)?/
const dayAndTime = new RegExp(`^${day.source}${time.source}${halfAndZone.source}$`, 'iu')
const epoch = /^(?:\d{10}|\d{13})$/
const afternoon = /^(?:下午|晚上|pm)$/i
const knownHalf = /^(?:上午|早上|凌晨|中午|下午|晚上)$/

/** Years outside are typing mistakes, and offsets of zones mean little before. */
const earliest = Date.UTC(1900, 0, 1)
const latest = Date.UTC(2200, 0, 1)

/** Hour of the day from what is written: 下午2点 is 14, 12am is 0. Null when it is none. */
function hourOf(written: number, half: string | undefined): number | null {
  if (!half) return written <= 23 ? written : null
  if (written > 12) return afternoon.test(half) && written <= 23 ? written : null
  // Midnight and the hours after it, but of which day? Nobody's guess.
  if (half === '晚上' && (written === 12 || written < 5)) return null
  if (half === '上午' && written === 12) return 12
  // Around noon is 11 to 3: 中午9点 is a slip.
  if (half === '中午') return written >= 11 ? written : written >= 1 && written <= 3 ? written + 12 : null
  return (written % 12) + (afternoon.test(half) ? 12 : 0)
}

/** Minutes east of UTC: `+08:00` → 480. Null when there is none such. */
function offsetOf(zone: string): number | null {
  if (zone.toLowerCase() === 'z') return 0
  const [, sign, hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? []
  const total = Number(hours) * 60 + Number(minutes)
  return total > 14 * 60 || Number(minutes) > 59 ? null : sign === '-' ? -total : total
}

/** What the clock showed: day, `HH:MM`, what is left in milliseconds, and the zone if one is written. */
interface WrittenMoment {
  day: string
  clock: string
  rest: number
  zone: string | undefined
}

function readMoment(text: string): WrittenMoment | null {
  const bareDay = readCalendarDate(text)
  if (bareDay) return { day: bareDay, clock: '00:00', rest: 0, zone: undefined }
  const [, datePart = '', half, hours = '', colon, spoken, seconds = '0', fraction = '', half2, zone] =
    dayAndTime.exec(text) ?? []
  if (half && !knownHalf.test(half)) return null
  const date = readCalendarDate(datePart.trim())
  const hour = hourOf(Number(hours), half ?? half2)
  const [minute, second] = [Number(colon ?? spoken ?? 0), Number(seconds)]
  if (!date || hour === null || minute > 59 || second > 59) return null
  const clock = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
  return { day: date, clock, rest: second * 1_000 + Number(fraction.padEnd(3, '0').slice(0, 3)), zone }
}

function millisOf(text: string, timeZone: string): number | null {
  if (epoch.test(text)) return Number(text) * (text.length === 10 ? 1_000 : 1)
  const moment = readMoment(text)
  if (!moment) return null
  if (moment.zone === undefined) return zonedInstant(moment.day, moment.clock, timeZone) + moment.rest
  const offset = offsetOf(moment.zone)
  return offset === null ? null : Date.parse(`${moment.day}T${moment.clock}:00Z`) + moment.rest - offset * 60_000
}

/**
 * ISO with or without a zone, `2026年3月8日 下午2:30`, `2026/3/8 14:30`, a bare day (its midnight), seconds or milliseconds since
 * 1970 → ISO in UTC with milliseconds. Null when it is none of these.
 */
export function readInstant(text: string, timeZone: string): string | null {
  if (text.length > 60) return null
  const millis = millisOf(text, timeZone)
  return millis === null || !(millis >= earliest && millis < latest) ? null : new Date(millis).toISOString()
}
