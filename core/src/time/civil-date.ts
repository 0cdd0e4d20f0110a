const dayMs = 86_400_000

/** Years 0001 to 9999; beyond them a date counts as absent. */
export const firstDay = -719_162
export const lastDay = 2_932_896

/** `YYYY-MM-DD` → days since 1970-01-01; null when there is no such day. `parseCivilDate('2026-02-30')` is null. */
export const parseCivilDate = (text: string): number | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return null
  const days = dayNumber(Number(match[1]), Number(match[2]), Number(match[3]))
  return inRange(days) && formatCivilDate(days) === text ? days : null
}

/** Days since 1970-01-01 → `YYYY-MM-DD`. */
export const formatCivilDate = (days: number): string => {
  const date = new Date(days * dayMs)
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Whether a count of days since 1970 is a date of the language at all. */
export const inRange = (days: number): boolean => days >= firstDay && days <= lastDay

/** Months and days may overflow: month 13 is January of the next year. */
export const dayNumber = (year: number, month: number, day: number): number =>
  // Not Date.UTC: it takes the years 0–99 for 1900–1999.
  new Date(0).setUTCFullYear(year, month - 1, day) / dayMs

/** Monday is 1, Sunday 7. 1970-01-01 was a Thursday. */
export const weekdayOfDay = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1

/** The Monday of the week `days` is in. */
export const firstDayOfWeek = (days: number): number => days - weekdayOfDay(days) + 1

/** The first day of the month `days` is in, or of one `ahead` months later. */
export const firstDayOfMonth = (days: number, ahead = 0): number => {
  const date = new Date(days * dayMs)
  return dayNumber(date.getUTCFullYear(), date.getUTCMonth() + 1 + ahead, 1)
}

const pad = (value: number, width: number): string => String(value).padStart(width, '0')
