import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCivilDate } from '@jieli/core'
import { isLastMonth } from '../is-last-month.ts'
import { isLastWeek } from '../is-last-week.ts'
import { isNextWeek } from '../is-next-week.ts'
import { isThisMonth } from '../is-this-month.ts'
import { isThisWeek } from '../is-this-week.ts'
import { isToday } from '../is-today.ts'
import { anyInstant, ask } from '../../kit/testing/ask.ts'
import { periodOf, type Period } from './define-period.ts'

const day = fc.integer({ min: -50_000, max: 50_000 })
const period = fc.constantFrom<Period>('day', 'week', 'month', 'quarter', 'year')

test('periods lie end to end: each begins where the one before ends, and today is in the present one', () => {
  fc.assert(
    fc.property(day, period, fc.integer({ min: -30, max: 30 }), (at, kind, ahead) => {
      expect(periodOf(at, kind, ahead).to).toBe(periodOf(at, kind, ahead + 1).from)
      const { from, to } = periodOf(at, kind)
      expect(from <= at && at < to).toBe(true)
    }),
  )
})

test('a month ahead of 31 January is February, not March', () => {
  expect(periodOf(parseCivilDate('2026-01-31') ?? NaN, 'month', 1)).toEqual({
    from: parseCivilDate('2026-02-01'),
    to: parseCivilDate('2026-03-01'),
  })
})

test('no moment is in two weeks at once, whichever weekday it is asked on', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, (time, now) => {
      const weeks = [isLastWeek, isThisWeek, isNextWeek].filter((fn) => ask(fn, { now })(time) === true)
      expect(weeks.length).toBeLessThanOrEqual(1)
      expect(ask(isThisWeek, { now })(now) === true && ask(isToday, { now })(now) === true).toBe(true)
    }),
  )
})

test('on Sunday 23:59 in Shanghai the week is the one of the Monday before; a minute later it is the last', () => {
  const monday = '2026-11-16'
  expect(ask(isThisWeek, { now: '2026-11-22T15:59:00Z' })(monday)).toBe(true)
  expect(ask(isLastWeek, { now: '2026-11-22T16:00:00Z' })(monday)).toBe(true)
})

test('in January the last month is December of another year', () => {
  expect(ask(isLastMonth, { now: '2027-01-01T00:00:00Z' })('2026-12-31')).toBe(true)
  expect(ask(isThisMonth, { now: '2026-12-31T16:00:00Z' })('2027-01-31')).toBe(true)
})
