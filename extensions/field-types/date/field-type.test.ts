import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { date } from './field-type.ts'

const read = reader(date)

test('a day is the same day however a spreadsheet dresses it up', () => {
  const days = fc.date({ min: new Date('1950-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(days, (moment) => {
      const day = moment.toISOString().slice(0, 10)
      const [year, month, of] = day.split('-').map(Number)
      for (const written of [`${day} 00:00:00`, `${day}T00:00:00.000Z`, `${year}/${month}/${of}`, `${year}年${month}月${of}日`])
        expect(read(written), written).toBe(day)
    }),
  )
})

test('a time of day would be lost, so it is refused rather than cut', () => {
  expect(read('2026-03-08 00:01')).toBe('not-a-date')
})

test('a field that was a moment becomes the day it was in its own zone, not in UTC', () => {
  const from = { valueType: 'instant' as const, settings: { timeZone: 'Asia/Shanghai' } }
  expect(date.adopt?.('2026-03-07T16:00:00.000Z', from, {})).toEqual({ ok: true, value: '2026-03-08' })
  expect(date.adopt?.('2026-03-08', { valueType: 'text', settings: {} }, {})).toBeUndefined()
})
