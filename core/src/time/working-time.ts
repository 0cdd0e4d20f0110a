import { assert } from '../errors/assert.ts'
import type { DueExplanation, WorkingHours } from './working-calendar.ts'
import { hoursOn, stretchesOn, type DayHours, type Stretch } from './hours-on.ts'
import { addDays, civilDate, instantOf, isoOf } from './zoned-time.ts'

/** A calendar that has no working time for this long never gets there; asking on would loop. */
const LONGEST_BREAK_DAYS = 366
const MINUTE = 60_000

/** When it is due and how that came about; or that the calendar has no working time, so that it never is. */
export type DueResult =
  | { kind: 'due'; dueAt: string; explanation: DueExplanation }
  | { kind: 'never'; startedAt: string; minutes: number; calendar: { id: string; label: string }; searchedDays: number }

type Skipped = DueExplanation['skipped'][number]

const lengthOf = ({ from, to }: Stretch): number => to - from

/** The part of a stretch that lies between two instants; empty when there is none. */
const clip = (stretch: Stretch, from: number, to: number): Stretch => {
  const start = Math.max(stretch.from, from)
  return { from: start, to: Math.max(start, Math.min(stretch.to, to)) }
}

/** Why a date, or the hour at which the clock was started, did not count. */
const skippedOn = (date: string, day: DayHours, outside: boolean): Skipped[] => {
  if (day.why) return [day.name === undefined ? { date, why: day.why } : { date, why: day.why, name: day.name }]
  return outside ? [{ date, why: 'outside-hours' }] : []
}

const runningOn = (start: number, minutes: number): DueResult => {
  const [startedAt, dueAt] = [isoOf(start), isoOf(start + minutes * MINUTE)]
  const segments = minutes > 0 ? [{ from: startedAt, to: dueAt, minutes }] : []
  return { kind: 'due', dueAt, explanation: { startedAt, minutes, calendar: null, segments, skipped: [], dueAt } }
}

/** One walk over days, a stretch at a time: no stepping by minutes. */
const walk = (start: number, minutes: number, hours: WorkingHours): DueResult => {
  const { id, label, timeZone } = hours.calendar
  const startedAt = isoOf(start)
  const segments: DueExplanation['segments'] = []
  const skipped: Skipped[] = []
  let left = Math.round(minutes * MINUTE)
  let due = start
  let date = civilDate(start, timeZone)
  for (let idleDays = 0; left > 0; date = addDays(date, 1), idleDays += 1) {
    if (idleDays > LONGEST_BREAK_DAYS) {
      return { kind: 'never', startedAt, minutes, calendar: { id, label }, searchedDays: LONGEST_BREAK_DAYS }
    }
    const day = hoursOn(date, hours)
    const stretches = stretchesOn(day.ranges, date, timeZone)
    const isFirst = date === civilDate(start, timeZone)
    skipped.push(...skippedOn(date, day, isFirst && !stretches.some(({ from, to }) => from <= start && start < to)))
    for (const stretch of stretches.map((each) => clip(each, start, Infinity)).filter((each) => lengthOf(each) > 0)) {
      if (left === 0) break
      due = Math.min(stretch.to, stretch.from + left)
      segments.push({ from: isoOf(stretch.from), to: isoOf(due), minutes: (due - stretch.from) / MINUTE })
      left -= due - stretch.from
      idleDays = 0
    }
  }
  const dueAt = isoOf(due)
  return { kind: 'due', dueAt, explanation: { startedAt, minutes, calendar: { id, label }, segments, skipped, dueAt } }
}

/**
 * The instant at which so many working minutes have passed, with its reckoning. `hours` null: minutes run day and night.
 * A span that ends exactly at closing time is due then, not at the next opening.
 *
 * @example addWorkingMinutes('2026-09-30T09:00:00Z', 120, hours) // 17:00 in Shanghai, closes 18:00: due 8 October 10:00
 */
export const addWorkingMinutes = (start: string, minutes: number, hours: WorkingHours | null): DueResult => {
  assert(Number.isFinite(minutes) && minutes >= 0, 'minutes is a number, zero or more')
  const at = instantOf(start)
  return hours === null ? runningOn(at, minutes) : walk(at, minutes, hours)
}

/** Working minutes from `a` to `b`; negative when `b` comes first. `hours` null: minutes run day and night. */
export const workingMinutesBetween = (a: string, b: string, hours: WorkingHours | null): number => {
  const [from, to] = [instantOf(a), instantOf(b)]
  if (hours === null) return (to - from) / MINUTE
  if (to < from) return -workingMinutesBetween(b, a, hours)
  const { timeZone } = hours.calendar
  const last = civilDate(to, timeZone)
  let passed = 0
  for (let date = civilDate(from, timeZone); date <= last; date = addDays(date, 1)) {
    for (const stretch of stretchesOn(hoursOn(date, hours).ranges, date, timeZone)) passed += lengthOf(clip(stretch, from, to))
  }
  return passed / MINUTE
}
