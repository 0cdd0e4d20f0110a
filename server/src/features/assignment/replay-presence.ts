import { civilDate, isOnLeave, type WorkingHours } from '@jieli/core'
import { hoursOn, stretchesOn, type Stretch } from '@jieli/core/time/hours-on'
import { instantOf } from '@jieli/core/time/zoned-time'
import type { Colleague } from '../directory/directory-store.ts'
import { weekOf } from './gather-facts.ts'

export interface PresenceThen {
  onShift: boolean
  onLeave: boolean
}

interface Day {
  /** Null: no shift is set, always there. */
  stretches: Stretch[] | null
  onLeave: boolean
}

/**
 * Who was there at a past moment, by shifts and leave as they are set now. A month asks this half a million times, so a
 * person's day is reckoned once.
 */
export const replayPresence = (timeZone: string): ((person: Colleague, at: string) => PresenceThen) => {
  const days = new Map<string, Day>()
  const dayOf = (person: Colleague, date: string, at: string): Day => {
    const key = `${person.id} ${date}`
    const known = days.get(key)
    if (known) return known
    const week = weekOf(person.shift)
    const hours: WorkingHours | null = week && {
      calendar: { id: 'shift', label: '', timeZone, week, chineseHolidays: false, exceptions: {} },
      holidays: {},
    }
    const made = {
      stretches: hours && stretchesOn(hoursOn(date, hours).ranges, date, timeZone),
      onLeave: isOnLeave(at, person.leaves, timeZone),
    }
    days.set(key, made)
    return made
  }
  return (person, at) => {
    const instant = instantOf(at)
    const { stretches, onLeave } = dayOf(person, civilDate(instant, timeZone), at)
    return { onLeave, onShift: stretches === null || stretches.some(({ from, to }) => from <= instant && instant < to) }
  }
}
