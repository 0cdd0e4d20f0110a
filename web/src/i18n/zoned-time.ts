import type { Locale } from '@jieli/core'
import { addDays, civilDate, isoOf, wallText, weekdayOf, zonedInstant } from '@jieli/core/time/zoned-time'

/** A calendar day in a zone, as `2026-11-21`. Days are compared as these texts, never as machine-local dates. */
export const dayOf = (instant: string | number, timeZone: string): string => civilDate(new Date(instant).getTime(), timeZone)

export const clockOf = (instant: string, timeZone: string, withSeconds = false): string =>
  wallText(Date.parse(instant), timeZone).slice(11, withSeconds ? 19 : 16)

/** 「11月21日」; with the year when it is not this one. */
export const dateText = (day: string, locale: Locale, thisYear = ''): string => {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const isOtherYear = thisYear !== '' && String(year) !== thisYear
  if (locale === 'en')
    return new Intl.DateTimeFormat('en', {
      timeZone: 'UTC',
      month: 'short',
      day: 'numeric',
      ...(isOtherYear ? { year: 'numeric' } : {}),
    }).format(Date.UTC(year, month - 1, date))
  return `${isOtherYear ? `${year}年` : ''}${month}月${date}日`
}

export const weekdayText = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short' }).format(new Date(`${day}T00:00:00Z`))

const minute = 60_000

/** 「5小时」「38分」「3天」: the largest unit that fits, rounded down. */
export const durationText = (milliseconds: number, locale: Locale): string => {
  const minutes = Math.max(0, Math.floor(milliseconds / minute))
  if (minutes >= 2880) return locale === 'en' ? `${Math.floor(minutes / 1440)} d` : `${Math.floor(minutes / 1440)}天`
  if (minutes >= 60) return locale === 'en' ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)}小时`
  return locale === 'en' ? `${minutes} min` : `${minutes}分`
}

/** 「昨天20:15」「今天08:30」「11月22日」: a moment as people say it. */
export const momentText = (instant: string, now: number, place: { timeZone: string; locale: Locale }): string => {
  const { timeZone, locale } = place
  const [day, today, clock] = [dayOf(instant, timeZone), dayOf(now, timeZone), clockOf(instant, timeZone)]
  const near: Record<string, [string, string]> = {
    [today]: ['今天', 'Today '],
    [addDays(today, -1)]: ['昨天', 'Yesterday '],
    [addDays(today, 1)]: ['明天', 'Tomorrow '],
  }
  const word = near[day]
  if (word) return `${word[locale === 'en' ? 1 : 0]}${clock}`
  const date = dateText(day, locale, today.slice(0, 4))
  return locale === 'en' ? `${date} ${clock}` : `${date} ${clock}`
}

export type DueGroup = 'overdue' | 'today' | 'week' | 'later' | 'none'

/** Where a due time belongs in a list: the week ends on Sunday. */
export const dueGroupOf = (dueAt: string | null, now: number, timeZone: string): DueGroup => {
  if (!dueAt) return 'none'
  if (Date.parse(dueAt) < now) return 'overdue'
  const [day, today] = [dayOf(dueAt, timeZone), dayOf(now, timeZone)]
  if (day === today) return 'today'
  return day <= addDays(today, 6 - weekdayOf(today)) ? 'week' : 'later'
}

/** How a due time is written in a row, and how loudly. Overdue says by how much: people should not have to subtract. */
export const dueText = (
  dueAt: string,
  now: number,
  place: { timeZone: string; locale: Locale },
): { text: string; tone: 'err' | 'warn' | 'calm' } => {
  const { timeZone, locale } = place
  const left = Date.parse(dueAt) - now
  if (left < 0) return { text: `${locale === 'en' ? 'Overdue ' : '逾期'}${durationText(-left, locale)}`, tone: 'err' }
  if (left < 60 * minute)
    return { text: locale === 'en' ? `${durationText(left, locale)} left` : `还剩${durationText(left, locale)}`, tone: 'warn' }
  const day = dayOf(dueAt, timeZone)
  const today = dayOf(now, timeZone)
  return { text: day === today ? clockOf(dueAt, timeZone) : dateText(day, locale, today.slice(0, 4)), tone: 'calm' }
}

/** The instant of a wall-clock time in a zone: `instantAt('2026-11-22', '14:00', 'Asia/Shanghai')`. */
export const instantAt = (day: string, clock: string, timeZone: string): string => isoOf(zonedInstant(day, clock, timeZone))

export { addDays }
