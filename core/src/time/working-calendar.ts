import { z } from 'zod'

/** `HH:MM`, 24 hours. */
export const clockTimeSchema = z.string().regex(/^([01]\d|2[0-4]):[0-5]\d$/)

/**
 * When work happens. Weekly hours, and days that differ: statutory holidays (no hours) and make-up workdays 调休 (weekday
 * hours on a weekend). A versioned setting; due times store what they were reckoned from.
 */
export const workingCalendarSchema = z.object({
  id: z.string(),
  label: z.string(),
  timeZone: z.string().default('Asia/Shanghai'),
  /** Monday first, seven lists of [from, to]. An empty list is a day off. */
  week: z.array(z.array(z.tuple([clockTimeSchema, clockTimeSchema])).max(4)).length(7),
  /** Chinese statutory holidays and make-up workdays count by themselves. */
  chineseHolidays: z.boolean().default(true),
  /** Own exceptions: date → hours. */
  exceptions: z.record(z.iso.date(), z.array(z.tuple([clockTimeSchema, clockTimeSchema]))).default({}),
})
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>

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
