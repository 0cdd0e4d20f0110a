import { parseInstant, wallDay, type FormulaFunction } from '@jieli/core'
import { dayOfTime, monthsBetween, monthsSql } from './values/calendar.ts'
import { sharedPair, todaySql } from './values/sql-text.ts'

export const ageOf: FormulaFunction = {
  name: 'ageOf',
  label: { 'zh-CN': '周岁', en: 'age of' },
  aliases: ['AGE', '年龄'],
  params: [{ name: 'birthday', type: 'date' }],
  returns: 'number',
  isVolatile: true,
  evaluate: ([birthday], context) => {
    const [born, now] = [dayOfTime(birthday, context), parseInstant(context.now)]
    return born === null || now === null ? null : Math.trunc(monthsBetween(born, wallDay(now, context.timeZone)) / 12) + 0
  },
  sql: ([birthday = 'NULL'], context) => `div(${sharedPair({ a: birthday, b: todaySql(context) }, monthsSql)}, 12)`,
  sentence: ([birthday], locale) => (locale === 'zh-CN' ? `${birthday} 到今天的周岁` : `age of ${birthday}`),
  examples: [
    { args: ['2011-11-23'], result: 14, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
    { args: ['2011-11-22'], result: 15, context: { now: '2026-11-21T16:30:00.000Z', timeZone: 'Asia/Shanghai' } },
  ],
}
