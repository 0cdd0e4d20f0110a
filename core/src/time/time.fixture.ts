import { workingCalendarSchema, type Holidays, type WeekHours, type WorkingHours } from './working-calendar.ts'

/** National Day 2026 as announced: 1–7 October off, Sunday 20 September and Saturday 10 October made up. */
export const nationalDay: Holidays = {
  ...Object.fromEntries(
    ['01', '02', '03', '04', '05', '06', '07'].map((day) => [`2026-10-${day}`, { kind: 'holiday', name: '国庆节' } as const]),
  ),
  '2026-09-20': { kind: 'workday', name: '国庆节' },
  '2026-10-10': { kind: 'workday', name: '国庆节' },
}

export const officeWeek: WeekHours = [
  ...Array.from({ length: 5 }, (): [string, string][] => [
    ['09:00', '12:00'],
    ['13:30', '18:00'],
  ]),
  [],
  [],
]

/** Nights, and the whole of Saturday. */
export const nightWeek: WeekHours = [
  ...Array.from({ length: 5 }, (): [string, string][] => [
    ['00:00', '06:00'],
    ['22:00', '24:00'],
  ]),
  [['00:00', '24:00']],
  [],
]

export const hoursOf = (
  week: WeekHours,
  overrides: { timeZone?: string; exceptions?: Record<string, [string, string][]> } = {},
): WorkingHours => ({
  calendar: workingCalendarSchema.parse({ id: 'c', label: '校区时间', week, ...overrides }),
  holidays: nationalDay,
})

/** `2026-10-08 10:00` in Shanghai as an instant. */
export const shanghai = (wall: string): string => new Date(`${wall.replace(' ', 'T')}+08:00`).toISOString()
