import { hoursOn, stretchesOn } from './hours-on.ts'
import type { WeekHours, WorkingHours } from './working-calendar.ts'
import { civilDate, instantOf } from './zoned-time.ts'

/** Whose hours, in which zone. Without a calendar only the shift counts, and no shift means always there. */
export interface ShiftFacts {
  /** The person's own week; null: the calendar's. */
  shift: WeekHours | null
  /** The workspace's calendar: its holidays and exceptions hold for everybody. */
  hours: WorkingHours | null
  /** The zone of the shift when there is no calendar. */
  timeZone: string
}

const everyDay: WeekHours = Array.from({ length: 7 }, () => [['00:00', '24:00']])

const ownHours = ({ shift, hours, timeZone }: ShiftFacts): WorkingHours => {
  if (hours) return shift ? { ...hours, calendar: { ...hours.calendar, week: shift } } : hours
  const calendar = { id: 'shift', label: '', timeZone, week: shift ?? everyDay, chineseHolidays: false, exceptions: {} }
  return { calendar, holidays: {} }
}

/**
 * Whether a person is on shift at an instant. Leave is asked separately (`isOnLeave`): a rule may mind one and not the
 * other, and the explanation tells them apart.
 */
export const isOnShift = (at: string, facts: ShiftFacts): boolean => {
  const hours = ownHours(facts)
  const { timeZone } = hours.calendar
  const instant = instantOf(at)
  const date = civilDate(instant, timeZone)
  return stretchesOn(hoursOn(date, hours).ranges, date, timeZone).some(({ from, to }) => from <= instant && instant < to)
}
