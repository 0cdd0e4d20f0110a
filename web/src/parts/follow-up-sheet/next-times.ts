import { addDays, clockOf, dayOf, instantAt } from '../../i18n/zoned-time.ts'

/** A follow-up is never proposed at night: earlier is moved to 9:00, later than 20:30 to the next morning. */
const workingClock = (day: string, clock: string): { day: string; clock: string } =>
  clock < '09:00' ? { day, clock: '09:00' } : clock > '20:30' ? { day: addDays(day, 1), clock: '10:00' } : { day, clock }

/** When the outcome's own proposal falls due, rounded up to the half hour. */
export const proposedAt = (now: number, afterMinutes: number, timeZone: string): string => {
  const halfHour = 30 * 60_000
  const at = new Date(Math.ceil((now + afterMinutes * 60_000) / halfHour) * halfHour).toISOString()
  const { day, clock } = workingClock(dayOf(at, timeZone), clockOf(at, timeZone))
  return instantAt(day, clock, timeZone)
}

/** Two hours from now if that is still today, 14:00 tomorrow, 10:00 next Monday; when Monday is tomorrow, Wednesday. */
export const presetTimes = (now: number, timeZone: string): { name: 'today' | 'tomorrow' | 'later'; at: string }[] => {
  const today = dayOf(now, timeZone)
  const weekday = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7
  const soon = proposedAt(now, 120, timeZone)
  return [
    ...(dayOf(soon, timeZone) === today ? [{ name: 'today' as const, at: soon }] : []),
    { name: 'tomorrow', at: instantAt(addDays(today, 1), '14:00', timeZone) },
    { name: 'later', at: instantAt(addDays(today, weekday === 6 ? 3 : 7 - weekday), '10:00', timeZone) },
  ]
}
