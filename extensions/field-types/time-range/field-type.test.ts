import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { timeRange } from './field-type.ts'

const read = reader(timeRange)

test.each(['9:00-11:30', '09:00 至 11:30', '9点～11点半', '９：００—１１：３０', '9时到11时30分'])(
  '%s is one lesson',
  (written) => {
    expect(read(written)).toBe('09:00-11:30')
  },
)

test('ends after it begins, and within the day', () => {
  for (const wrong of ['11:00-9:00', '9:00-9:00', '22:00-02:00', '23:00-24:30']) expect(read(wrong)).toBe('not-a-time-range')
  expect(read('22:00-24:00')).toBe('22:00-24:00')
})

test('sorts by its beginning as plain text', () => {
  const sorted = ['9:30-10:00', '10:00-11:00', '9:00-12:00'].map((each) => String(read(each))).toSorted()
  expect(sorted).toEqual(['09:00-12:00', '09:30-10:00', '10:00-11:00'])
})
