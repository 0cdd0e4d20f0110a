import { expect, test } from 'vitest'
import { byUnitSql, unitOf } from './time-units.ts'

test('units go by Chinese and English names; M is a month, m is nothing', () => {
  expect(['年', '个月', '星期', '日', '时', 'minutes', 'M'].map(unitOf)).toEqual([
    'year',
    'month',
    'week',
    'day',
    'hour',
    'minute',
    'month',
  ])
  for (const word of ['m', 'Day', '', null, 3]) expect(unitOf(word)).toBeNull()
})

test('SQL offers the units that have a branch and no others', () => {
  const sql = byUnitSql('$1', { day: 'a' })
  expect(sql).toContain("WHEN $1 IN ('天', '日', 'day', 'days', 'D') THEN a")
  expect(sql).not.toContain('年')
})
