import type { SolutionConfig } from './solution-config.ts'

type Hours = [string, string][]
const weekday: Hours = [['13:00', '21:00']]
const weekend: Hours = [['09:00', '21:00']]

/** Lessons are after school and at weekends, so is the work. Monday is the day off. */
export const calendars: SolutionConfig['calendar'] = [
  {
    id: 'campus-hours',
    label: '校区营业时间',
    week: [[], weekday, weekday, weekday, weekday, weekend, weekend],
    chineseHolidays: true,
  },
]

/**
 * 48 小时规则. It runs day and night, as customers count it; setting `calendarId` to `campus-hours` makes it count working
 * hours alone.
 */
export const followUpRules: SolutionConfig['follow-up-rule'] = [
  {
    id: 'follow-up-48h',
    label: '48 小时跟进',
    calendarId: null,
    levels: [
      { afterMinutes: 24 * 60, tell: 'owner' },
      { afterMinutes: 48 * 60, tell: 'manager', withHistory: true },
    ],
  },
]
