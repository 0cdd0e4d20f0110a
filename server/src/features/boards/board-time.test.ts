import { describe, expect, test } from 'vitest'
import { boardTime } from './board-time.ts'

const zone = 'Asia/Shanghai'

describe('boardTime', () => {
  test('a week begins on Monday and is compared with last week up to the same hour', () => {
    const time = boardTime('2026-11-21T02:42:00.000Z', zone, 'week')
    expect(time.range).toEqual({ from: '2026-11-15T16:00:00.000Z', to: '2026-11-21T02:42:00.000Z' })
    expect(time.previous).toEqual({ from: '2026-11-08T16:00:00.000Z', to: '2026-11-14T02:42:00.000Z' })
    expect(time.until).toBe('2026-11-22T16:00:00.000Z')
  })

  test('the date is that of the zone: early on Monday in Shanghai is still Sunday in UTC', () => {
    expect(boardTime('2026-11-15T17:00:00.000Z', zone, 'week').range.from).toBe('2026-11-15T16:00:00.000Z')
    expect(boardTime('2026-11-15T15:59:59.000Z', zone, 'today').range.from).toBe('2026-11-14T16:00:00.000Z')
  })

  test('the stretch before a long month never reaches into this one', () => {
    const time = boardTime('2026-03-31T10:00:00.000Z', zone, 'month')
    expect(time.previous).toEqual({ from: '2026-01-31T16:00:00.000Z', to: '2026-02-28T15:59:59.999Z' })
    expect(boardTime('2026-12-31T10:00:00.000Z', zone, 'month').until).toBe('2026-12-31T16:00:00.000Z')
  })

  test('the trend is of the last twelve dates, today last', () => {
    const { days } = boardTime('2026-11-21T02:42:00.000Z', zone, 'today')
    expect([days.length, days[0], days.at(-1)]).toEqual([12, '2026-11-10', '2026-11-21'])
  })
})
