import type { Parsed } from '@jieli/core'
import { cleanCode } from '@jieli/core/fields/clean-text'
import { accept, refuse } from '@jieli/core/fields/parsed'
import { readText } from '@jieli/core/fields/read-text'
import { z } from 'zod'
import { dayNumber } from './day-names.ts'

const clockTime = z.string().regex(/^(?:(?:[01]\d|2[0-3]):[0-5]\d|24:00)$/)
const weekSchema = z.array(z.array(z.tuple([clockTime, clockTime])).max(4)).length(7)
type Hours = [string, string][]

const isOrdered = (hours: Hours): boolean =>
  hours.every(([from, to], at) => from < to && from >= (hours[at - 1]?.[1] ?? '00:00'))

function checkWeek(input: unknown): Parsed {
  const parsed = weekSchema.safeParse(input)
  if (!parsed.success) return refuse('not-shift-hours')
  const week = parsed.data.map((hours) => hours.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)))
  const wrong = week.findIndex((hours) => !isOrdered(hours))
  return wrong === -1 ? accept(week) : refuse('hours-overlap', { day: wrong + 1 })
}

const line = /^(.*?[^\d\s:-]) ?:? ?((?:\d{1,2}:\d{2}.*)|休息?|off|closed)$/iu
const stretch = /^(\d{1,2}:\d{2}) ?(?:-|~|至|到) ?(\d{1,2}:\d{2})$/u

/** `周一至周三、周五` → [0, 1, 2, 4]; null when a name is none. */
function daysIn(text: string): number[] | null {
  const days: number[] = []
  for (const part of text.split(/[、,]/u)) {
    const [first, last = first] = part.split(/至|到|-|~/u).map((name) => dayNumber(name))
    if (first === undefined || first === null || last === undefined || last === null || last < first) return null
    for (let day = first; day <= last; day += 1) days.push(day)
  }
  return days
}

function hoursIn(text: string): Hours | null {
  if (!/^\d/.test(text)) return []
  const hours: Hours = []
  for (const part of text.replace(/ ?(-|~|至|到) ?/gu, '$1').split(/[ ,、]+/u)) {
    const [, from, to] = stretch.exec(part) ?? []
    if (from === undefined || to === undefined) return null
    hours.push([from.padStart(5, '0'), to.padStart(5, '0')])
  }
  return hours
}

function readWritten(text: string): Parsed {
  const week: (Hours | undefined)[] = Array.from({ length: 7 }, () => undefined)
  for (const part of text.split(';').filter((piece) => piece.trim() !== '')) {
    const [, names = '', written = ''] = line.exec(part.trim()) ?? []
    const [days, hours] = [daysIn(names), hoursIn(written)]
    if (!days || !hours || days.some((day) => week[day] !== undefined)) return refuse('not-shift-hours')
    for (const day of days) week[day] = hours
  }
  return checkWeek(week.map((hours) => hours ?? []))
}

function readJsonWeek(text: string): Parsed {
  try {
    return checkWeek(JSON.parse(text))
  } catch {
    return refuse('not-shift-hours')
  }
}

/** The stored lists, their JSON, or `周一至周五 09:00–18:00；周六、周日 休息`. Days that are not named are free. */
export function readWeek(input: unknown): Parsed {
  if (Array.isArray(input)) return input.length === 0 ? accept(null) : checkWeek(input)
  return readText(
    input,
    (text) => cleanCode(text).replace(/[‐-―−]/gu, '-'),
    (text) => {
      if (text.length > 2_000) return refuse('not-shift-hours')
      return text.startsWith('[') ? readJsonWeek(text) : readWritten(text)
    },
  )
}
