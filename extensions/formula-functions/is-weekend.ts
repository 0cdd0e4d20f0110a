import { weekdayOfDay, type FormulaFunction } from '@jieli/core'
import { dayOfTime, timeTypes, wallOf } from './values/calendar.ts'

export const isWeekend: FormulaFunction = {
  name: 'isWeekend',
  label: { 'zh-CN': '是周末', en: 'is on a weekend' },
  aliases: ['ISWEEKEND'],
  help: { 'zh-CN': '星期六、星期日；不看节假日和调休', en: 'Saturday or Sunday; holidays are not considered' },
  params: [{ name: 'time', type: 'any', among: timeTypes }],
  returns: 'boolean',
  evaluate: ([time], context) => {
    const day = dayOfTime(time, context)
    return day !== null && weekdayOfDay(day) > 5
  },
  sql: ([time = 'NULL'], context, types) => `extract(isodow FROM ${wallOf(time, types[0], context)}) > 5`,
  sentence: ([time], locale) => (locale === 'zh-CN' ? `${time} 是周末` : `${time} is on a weekend`),
  examples: [
    { args: ['2026-11-22'], result: true },
    { args: ['2026-11-20T15:59:00Z'], result: false, context: { timeZone: 'Asia/Shanghai' } },
  ],
}
