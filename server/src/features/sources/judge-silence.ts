import { civilDate } from '@jieli/core'
import { weekdayOf } from '@jieli/core/time/zoned-time'

/** What a source usually sends, by weekday (0 Monday) and hour. */
export type UsualWeek = ReadonlyMap<number, number>

export const slotOf = (weekday: number, hour: number): number => weekday * 24 + hour

export interface SilenceFacts {
  label: string
  lastAt: string | null
  usual: UsualWeek
  now: string
  timeZone: string
}

export interface Silence {
  status: 'fresh' | 'quiet' | 'silent'
  /** What it usually sends an hour, over the hours since the last lead. */
  usualPerHour: number
  /** 抖音 6 小时无线索，平时每小时 4 条. Null: nothing to say. */
  sentence: string | null
}

const HOUR = 3_600_000
/** Further back nothing is known of what is usual. */
const FORTNIGHT = 14 * 24
/**
 * How many leads must be missing before silence means something. Arrivals are as good as random, so with 3 expected none
 * comes once in twenty times, with 7 once in a thousand.
 */
const QUIET_FROM = 3
const SILENT_FROM = 7

const slotAt = (at: number, timeZone: string): number => {
  const hour = Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(at))
  return slotOf(weekdayOf(civilDate(at, timeZone)), hour)
}

/** Leads to be expected since the last one, hour by hour, as that weekday and hour usually bring them. */
const expectedSince = (lastAt: number, now: number, { usual, timeZone }: SilenceFacts): number => {
  let expected = 0
  for (let from = lastAt; from < now; ) {
    const to = Math.min(now, (Math.floor(from / HOUR) + 1) * HOUR)
    expected += (usual.get(slotAt(from, timeZone)) ?? 0) * ((to - from) / HOUR)
    from = to
  }
  return expected
}

const rounded = (count: number): number => (count >= 10 ? Math.round(count) : Math.round(count * 10) / 10)

/** Whether a source has gone silent: compared with what it usually sends at these hours, so that nights are not alarms. */
export const judgeSilence = (facts: SilenceFacts): Silence => {
  const now = Date.parse(facts.now)
  if (facts.lastAt === null) return { status: 'quiet', usualPerHour: 0, sentence: `${facts.label}还没有收到过线索` }
  const lastAt = Date.parse(facts.lastAt)
  const silentHours = (now - lastAt) / HOUR
  const usualNow = facts.usual.get(slotAt(now, facts.timeZone)) ?? 0
  if (silentHours > FORTNIGHT) return { status: 'silent', usualPerHour: rounded(usualNow), sentence: `${facts.label} ${Math.floor(silentHours / 24)} 天无线索` }
  const expected = expectedSince(lastAt, now, facts)
  if (expected < QUIET_FROM) return { status: 'fresh', usualPerHour: rounded(usualNow), sentence: null }
  const usualPerHour = rounded(expected / silentHours)
  return { status: expected < SILENT_FROM ? 'quiet' : 'silent', usualPerHour, sentence: `${facts.label} ${spoken(silentHours)}无线索，平时每小时 ${usualPerHour} 条` }
}

const spoken = (hours: number): string => (hours < 1 ? `${Math.max(1, Math.round(hours * 60))} 分钟` : hours < 48 ? `${Math.floor(hours)} 小时` : `${Math.floor(hours / 24)} 天`)
