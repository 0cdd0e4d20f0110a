const separated = /^(\d{4}) ?(?:[-/.]|年) ?(\d{1,2}) ?(?:[-/.]|月) ?(\d{1,2}) ?日?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/

/** True for days that exist: 2026-02-29 does not. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `2026-3-8`, `2026/03/08`, `2026.3.8`, `2026年3月8日`, `20260308` → `2026-03-08`; null when it is no day. Two-digit years are nobody's guess. */
export function readCalendarDate(text: string): string | null {
  const match = separated.exec(text.replace(/[‐-―−]/gu, '-')) ?? compact.exec(text)
  if (!match) return null
  const [year = 0, month = 0, day = 0] = match.slice(1).map(Number)
  if (!isCalendarDay(year, month, day)) return null
  return [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
}
