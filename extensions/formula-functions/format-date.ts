import { formatInstant, microsOfDay, parseCivilDate, parseInstant, wallTime, type FormulaFunction } from '@jieli/core'
import { timeTypes, wallOf } from './values/calendar.ts'
import { sharedPair } from './values/sql-text.ts'
import { asText } from './values/texts.ts'

/** What stands for what, and where it is in an ISO text. */
const tokens = [
  ['YYYY', 0, 4],
  ['MM', 5, 7],
  ['DD', 8, 10],
  ['HH', 11, 13],
  ['mm', 14, 16],
  ['ss', 17, 19],
] as const

export const formatDate: FormulaFunction = {
  name: 'formatDate',
  label: { 'zh-CN': '日期格式', en: 'format a date' },
  aliases: ['FORMATDATE', 'DATEFORMAT'],
  help: {
    'zh-CN': '格式里 YYYY 年、MM 月、DD 日、HH 时、mm 分、ss 秒，其余照写',
    en: 'In the pattern YYYY, MM, DD, HH, mm and ss are filled in; anything else stays',
  },
  params: [
    { name: 'time', type: 'any', among: timeTypes },
    { name: 'pattern', type: 'text' },
  ],
  returns: 'text',
  evaluate: ([time, pattern], context) => {
    const text = asText(pattern)
    if (typeof time !== 'string' || text === null || [...text].length > 100) return null
    const day = parseCivilDate(time)
    const instant = day === null ? parseInstant(time) : null
    const wall = day !== null ? BigInt(day) * microsOfDay : instant === null ? null : wallTime(instant, context.timeZone)
    if (wall === null) return null
    const iso = formatInstant(wall)
    return tokens.reduce((filled, [token, from, to]) => filled.replaceAll(token, iso.slice(from, to)), text)
  },
  sql: ([time = 'NULL', pattern = 'NULL'], context, types) =>
    sharedPair({ a: wallOf(time, types[0], context), b: pattern }, (wall, text) => {
      const iso = `to_char(${wall}, 'YYYY-MM-DD HH24:MI:SS')`
      const filled = tokens.reduce(
        (sql, [token, from, to]) => `replace(${sql}, '${token}', substr(${iso}, ${from + 1}, ${to - from}))`,
        text,
      )
      return `CASE WHEN char_length(${text}) <= 100 THEN ${filled} END`
    }),
  sentence: ([time, pattern], locale) => (locale === 'zh-CN' ? `${time} 写成 ${pattern}` : `${time} written as ${pattern}`),
  examples: [
    { args: ['2026-11-22', 'YYYY年MM月DD日'], result: '2026年11月22日' },
    { args: ['2026-11-21T16:05:09Z', 'MM-DD HH:mm'], result: '11-22 00:05', context: { timeZone: 'Asia/Shanghai' } },
  ],
}
