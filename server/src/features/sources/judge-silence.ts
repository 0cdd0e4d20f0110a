import { civilDate, type Label } from '@jieli/core'
import { weekdayOf, zonedInstant } from '@jieli/core/time/zoned-time'

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
  sentence: Label | null
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
  const date = civilDate(at, timeZone)
  return slotOf(weekdayOf(date), Math.min(23, Math.floor((at - zonedInstant(date, '00:00', timeZone)) / HOUR)))
}

/** Counts of a stretch of time, by slot, as what each such hour brings: a slot that passed twice has half its count. */
export const usualWeek = (
  counts: ReadonlyMap<number, number>,
  span: { from: string; to: string; timeZone: string },
): UsualWeek => {
  const passed = new Map<number, number>()
  // The hour it begins in is the one it ends in, two weeks on: the two parts are one hour.
  for (let at = Math.ceil(Date.parse(span.from) / HOUR) * HOUR; at <= Date.parse(span.to); at += HOUR) {
    const slot = slotAt(at, span.timeZone)
    passed.set(slot, (passed.get(slot) ?? 0) + 1)
  }
  return new Map([...counts].map(([slot, count]) => [slot, count / (passed.get(slot) ?? 1)]))
}

/** Leads to be expected since the last one, hour by hour, as that weekday and hour usually bring them. */
const expectedSince = (lastAt: number, now: number, { usual, timeZone }: SilenceFacts): number => {
  let expected = 0
  for (let from = lastAt; from < now;) {
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
  if (facts.lastAt === null)
    return {
      status: 'quiet',
      usualPerHour: 0,
      sentence: { 'zh-CN': `${facts.label}还没有收到过线索`, en: `${facts.label} has not sent a lead yet` },
    }
  const lastAt = Date.parse(facts.lastAt)
  const silentHours = (now - lastAt) / HOUR
  const usualNow = facts.usual.get(slotAt(now, facts.timeZone)) ?? 0
  if (silentHours > FORTNIGHT)
    return {
      status: 'silent',
      usualPerHour: rounded(usualNow),
      sentence: saySilent(facts.label, silentHours),
    }
  const expected = expectedSince(lastAt, now, facts)
  if (expected < QUIET_FROM) return { status: 'fresh', usualPerHour: rounded(usualNow), sentence: null }
  const usualPerHour = rounded(expected / silentHours)
  return {
    status: expected < SILENT_FROM ? 'quiet' : 'silent',
    usualPerHour,
    sentence: saySilent(facts.label, silentHours, usualPerHour),
  }
}

const saySilent = (source: string, hours: number, usual?: number): Label => {
  const [zh, en] = spoken(hours)
  return {
    'zh-CN': `${source} ${zh}无线索${usual === undefined ? '' : `，平时每小时 ${usual} 条`}`,
    en: `${source}: no lead for ${en}${usual === undefined ? '' : `, usually ${usual} an hour`}`,
  }
}

const spoken = (hours: number): [zh: string, en: string] => {
  const minutes = Math.max(1, Math.round(hours * 60))
  if (hours < 1) return [`${minutes} 分钟`, `${minutes} min`]
  const days = Math.floor(hours / 24)
  return hours < 48 ? [`${Math.floor(hours)} 小时`, `${Math.floor(hours)} h`] : [`${days} 天`, `${days} days`]
}
