// The package's own functions read dates in the machine's zone and are a day off west of Greenwich; its data is not.
import statutory from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import type { Holidays } from '@jieli/core'

/** The Chinese name in `National Day,国庆节,3`. */
const nameOf = (entry: string): string => entry.split(',')[1] ?? entry

const named = (
  kind: 'holiday' | 'workday',
  days: Record<string, string>,
): [string, { kind: 'holiday' | 'workday'; name: string }][] =>
  Object.entries(days).map(([date, entry]) => [date, { kind, name: nameOf(entry) }])

/** Statutory holidays and make-up workdays 调休 of mainland China, as the State Council announced them, by civil date. */
export const chineseHolidays: Holidays = Object.fromEntries([
  ...named('holiday', statutory.holidays),
  ...named('workday', statutory.workdays),
])
