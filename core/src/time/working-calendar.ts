import { z } from 'zod'
import { isTimeZone } from './zone-offset.ts'

/** `HH:MM`, 24 hours; `24:00` is the end of the day, so a night shift is `22:00–24:00` and `00:00–06:00` of the next day. */
export const clockTimeSchema = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/)

/** A stretch of a day, `['09:00', '18:00']`; the end does not belong to it. */
export const clockRangeSchema = z.tuple([clockTimeSchema, clockTimeSchema]).refine(([from, to]) => from < to, 'from-before-to')
export type ClockRange = z.infer<typeof clockRangeSchema>

/** Monday first, seven lists of [from, to]. An empty list is a day off. Also a person's shift. */
export const weekHoursSchema = z.array(z.array(clockRangeSchema).max(4)).length(7)
export type WeekHours = z.infer<typeof weekHoursSchema>

/**
 * When work happens. Weekly hours, and days that differ: statutory holidays (no hours) and make-up workdays 调休 (weekday
 * hours on a weekend). A versioned setting; due times store what they were reckoned from.
 */
export const workingCalendarSchema = z.object({
  id: z.string(),
  label: z.string(),
  timeZone: z.string().refine(isTimeZone, 'not-a-time-zone').default('Asia/Shanghai'),
  week: weekHoursSchema,
  /** Chinese statutory holidays and make-up workdays count by themselves. */
  chineseHolidays: z.boolean().default(true),
  /** Own exceptions: date → hours. */
  exceptions: z.record(z.iso.date(), z.array(clockRangeSchema).max(4)).default({}),
})
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>

/**
 * Statutory days by civil date, as data: core knows no country.
 * @example { '2026-10-01': { kind: 'holiday', name: '国庆节' }, '2026-10-10': { kind: 'workday', name: '国庆节' } }
 */
export type Holidays = Readonly<Record<string, { kind: 'holiday' | 'workday'; name: string }>>

/** What the working-time functions reckon in; `null` in its place means day and night. */
export interface WorkingHours {
  calendar: WorkingCalendar
  holidays: Holidays
}

/** How a due time came about, piece by piece: it can be shown and checked by adding up. */
export interface DueExplanation {
  startedAt: string
  /** Minutes that had to pass. */
  minutes: number
  calendar: { id: string; label: string } | null
  /** Stretches that counted; `why` names days that did not. */
  segments: { from: string; to: string; minutes: number }[]
  skipped: { date: string; why: 'weekend' | 'holiday' | 'exception' | 'outside-hours'; name?: string }[]
  dueAt: string
}
