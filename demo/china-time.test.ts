import fc from 'fast-check'
import { expect, it } from 'vitest'
import { wallText } from '@jieli/core/time/zoned-time'
import { hourOfDay, startOfDay, toLocalDate, toLocalMinute, weekday } from './china-time.ts'

const at = (wall: string): number => Date.parse(`${wall}+08:00`)

it('tells the hour, the day and its midnight as a clock in China does', () => {
  expect(hourOfDay(at('2026-11-21T18:30'))).toBe(18.5)
  expect(hourOfDay(at('2026-11-21T00:00'))).toBe(0)
  expect(startOfDay(at('2026-11-21T07:59'))).toBe(at('2026-11-21T00:00'))
  expect([toLocalDate(at('2026-11-21T00:01')), toLocalMinute(at('2026-11-21T23:59'))]).toEqual([
    '2026-11-21',
    '2026-11-21T23:59',
  ])
})

it('begins weeks on Monday', () => {
  expect(['2026-11-16', '2026-11-21', '2026-11-22'].map((date) => weekday(at(`${date}T00:00`)))).toEqual([0, 5, 6])
})

it('is what the zone says, since the last summer time of 1991', () => {
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(1992, 0, 1), max: Date.UTC(2100, 0, 1) }), (instant) => {
      expect(toLocalMinute(instant)).toBe(wallText(instant, 'Asia/Shanghai').slice(0, 16))
    }),
  )
})
