import {
  addWallDays,
  formatCivilDate,
  formatInstant,
  inRange,
  isInstant,
  parseCivilDate,
  parseInstant,
  wallDay,
  type FormulaFunction,
} from '@jieli/core'
import { addMonths, knownDateSql, timeTypes } from './values/calendar.ts'
import { asWhole } from './values/decimal.ts'
import { instantSql, shared, sharedPair, wallSql, wholeSql } from './values/sql-text.ts'
import { byUnitSql, unitOf, type TimeUnit } from './values/time-units.ts'

const bounds = { min: -10_000, max: 10_000 }

const moved = (day: number, count: number, unit: TimeUnit): number | null => {
  if (unit === 'year' || unit === 'month') return addMonths(day, unit === 'year' ? count * 12 : count)
  return unit === 'week' || unit === 'day' ? day + count * (unit === 'week' ? 7 : 1) : null
}

const movedInstant = (instant: bigint, step: { count: number; unit: TimeUnit }, timeZone: string): bigint | null => {
  const { count, unit } = step
  if (unit === 'hour' || unit === 'minute') return instant + BigInt(count) * (unit === 'hour' ? 3_600_000_000n : 60_000_000n)
  const day = wallDay(instant, timeZone)
  const later = inRange(day) ? moved(day, count, unit) : null
  if (later === null || !inRange(later)) return null
  return addWallDays(instant, later - day, timeZone)
}

const calendarSteps = (count: string): Partial<Record<TimeUnit, string>> => ({
  year: `make_interval(years => ${count})`,
  month: `make_interval(months => ${count})`,
  week: `make_interval(days => 7 * ${count})`,
  day: `make_interval(days => ${count})`,
})
const clockSteps = (count: string): Partial<Record<TimeUnit, string>> => ({
  hour: `make_interval(hours => ${count})`,
  minute: `make_interval(mins => ${count})`,
})

/** Years to days are moved on the calendar, and the clock on the wall shows the same time; hours and minutes are as long as they are. */
export const dateAdd: FormulaFunction = {
  name: 'dateAdd',
  label: { 'zh-CN': '日期加', en: 'add to a date' },
  aliases: ['DATEADD'],
  help: {
    'zh-CN': '单位写“年、月、周、天、小时、分钟”；没有的日子取当月最后一天',
    en: 'Units are year, month, week, day, hour, minute; a day the month lacks is its last',
  },
  params: [
    { name: 'time', type: 'any', among: timeTypes },
    { name: 'count', type: 'number' },
    { name: 'unit', type: 'text' },
  ],
  returns: 'any',
  evaluate: ([time, amount, word], context) => {
    const [count, unit] = [asWhole(amount, bounds), unitOf(word)]
    if (typeof time !== 'string' || count === null || unit === null) return null
    const day = parseCivilDate(time)
    if (day !== null) {
      const later = moved(day, count, unit)
      return later !== null && inRange(later) ? formatCivilDate(later) : null
    }
    const instant = parseInstant(time)
    const later = instant === null ? null : movedInstant(instant, { count, unit }, context.timeZone)
    return later !== null && isInstant(later) ? formatInstant(later) : null
  },
  sql: ([time = 'NULL', count = 'NULL', unit = 'NULL'], context, types) =>
    sharedPair({ a: wholeSql(count, bounds), b: unit }, (n, u) => {
      if (types[0] === 'date') return shared(`(${time} + ${byUnitSql(u, calendarSteps(n))})::date`, knownDateSql)
      const onWall = `${wallSql(time, context)} + ${byUnitSql(u, calendarSteps(n))}`
      const known = shared(onWall, (t) => `CASE WHEN ${t} >= '0001-01-01' AND ${t} < '10000-01-01' THEN ${t} END`)
      const later = `coalesce(${instantSql(`(${known})`, context)}, ${time} + ${byUnitSql(u, clockSteps(n))})`
      return shared(later, (t) => `CASE WHEN ${t} >= '0001-01-02T00:00:00Z' AND ${t} < '9999-12-31T00:00:00Z' THEN ${t} END`)
    }),
  sentence: ([time, count, unit], locale) =>
    locale === 'zh-CN' ? `${time} 之后 ${count} ${unit}` : `${count} ${unit} after ${time}`,
  examples: [
    { args: ['2026-01-31', 1, '月'], result: '2026-02-28' },
    { args: ['2024-02-29', -1, 'year'], result: '2023-02-28' },
    { args: ['2026-11-21T00:00:00Z', 90, '分钟'], result: '2026-11-21T01:30:00.000Z' },
    { args: ['2026-11-21', 1, '世纪'], result: null },
  ],
}
