import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from './add-days.ts'
import { anyDate, ask } from '../kit/testing/ask.ts'

const later = ask(addDays)

test('going forth and back by as many days is no step at all', () => {
  fc.assert(
    fc.property(anyDate, fc.integer({ min: -1_000, max: 1_000 }), (day, count) => {
      expect(later(later(day, count), -count)).toBe(day)
    }),
  )
})

test('passes over 29 February in leap years only', () => {
  expect(later('2024-02-28', 1)).toBe('2024-02-29')
  expect(later('2100-02-28', 1)).toBe('2100-03-01')
})

test('days before year 1 and after 9999 do not exist', () => {
  expect(later('9999-12-31', 1)).toBeNull()
  expect(later('0001-01-01', -1)).toBeNull()
})
