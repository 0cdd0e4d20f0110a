import { expect, it } from 'vitest'
import { hoursOn, stretchesOn } from './hours-on.ts'
import { hoursOf, nightWeek, officeWeek } from './time.fixture.ts'

const office = hoursOf(officeWeek, { exceptions: { '2026-10-01': [['10:00', '12:00']], '2026-11-23': [] } })

it('asks the company’s own exceptions before the state’s, and those before the week', () => {
  expect(hoursOn('2026-10-01', office)).toEqual({ ranges: [['10:00', '12:00']], why: null })
  expect(hoursOn('2026-10-02', office)).toEqual({ ranges: [], why: 'holiday', name: '国庆节' })
  expect(hoursOn('2026-11-23', office)).toEqual({ ranges: [], why: 'exception' })
  expect(hoursOn('2026-11-21', office)).toEqual({ ranges: [], why: 'weekend' })
  expect(hoursOn('2026-11-20', office).ranges).toHaveLength(2)
})

it('gives a make-up day weekday hours, or the day’s own where it has any', () => {
  expect(hoursOn('2026-10-10', office).ranges).toEqual(officeWeek[0])
  expect(hoursOn('2026-10-10', hoursOf(nightWeek)).ranges).toEqual([['00:00', '24:00']])
})

it('joins stretches that overlap or touch', () => {
  const joined = stretchesOn(
    [
      ['13:00', '18:00'],
      ['09:00', '12:00'],
      ['11:00', '13:00'],
    ],
    '2026-11-20',
    'Asia/Shanghai',
  )
  expect(joined).toEqual([{ from: Date.parse('2026-11-20T09:00+08:00'), to: Date.parse('2026-11-20T18:00+08:00') }])
})

it('knows that a day of changing clocks has an hour more or less', () => {
  const hours = (date: string) =>
    stretchesOn([['00:00', '24:00']], date, 'America/New_York').map(({ from, to }) => (to - from) / 3_600_000)
  expect([hours('2026-03-08'), hours('2026-11-01'), hours('2026-11-02')]).toEqual([[23], [25], [24]])
})
