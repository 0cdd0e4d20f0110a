import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatWeek } from './format-week.ts'
import { readWeek } from './read-week.ts'

const clock = (quarter: number): string =>
  `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarter % 4]}`
const hours = fc
  .uniqueArray(fc.nat(95), { minLength: 0, maxLength: 6 })
  .map((ends) => ends.toSorted((a, b) => a - b))
  .map((ends) => Array.from({ length: ends.length >> 1 }, (_, at) => [clock(ends[at * 2] ?? 0), clock(ends[at * 2 + 1] ?? 0)]))

test('any week that is written is read back, in both languages', () => {
  const week = fc.array(hours, { minLength: 7, maxLength: 7 })
  fc.assert(
    fc.property(week, fc.constantFrom('zh-CN' as const, 'en' as const), (days, locale) => {
      expect(readWeek(formatWeek(days, locale))).toEqual({ ok: true, value: days })
    }),
  )
})

test('days alike stand together', () => {
  const office = [['09:00', '18:00']]
  expect(formatWeek([office, office, office, office, office, [], []], 'zh-CN')).toBe('周一至周五 09:00–18:00；周六至周日 休息')
})
