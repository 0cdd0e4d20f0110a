import { formatCivilDate, inRange, parseInstant, wallDay, type Value } from '@jieli/core'

/** The date a zone's calendar shows at an instant. */
export const dateIn = (time: Value | undefined, timeZone: string): string | null => {
  const instant = typeof time === 'string' ? parseInstant(time) : null
  if (instant === null) return null
  const day = wallDay(instant, timeZone)
  return inRange(day) ? formatCivilDate(day) : null
}
