import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { number } from './field-type.ts'

test('an own unit is read, another one is not', () => {
  const lessons = reader(number, { scale: 0, unit: '节' })
  expect(['48节', '48 节', '４８', 48].map(lessons)).toEqual([48, 48, 48, 48])
  expect(lessons('48 小时')).toBe('not-a-number')
})

test('a percent sign is no more than a unit, and never stands beside another one', () => {
  expect(['12.5%', '１２．５％', '12.5 %'].map(reader(number))).toEqual([12.5, 12.5, 12.5])
  expect(['12.5%', '12.5%%'].map(reader(number, { unit: '%' }))).toEqual([12.5, 'not-a-number'])
  expect(reader(number, { unit: '节' })('12节%')).toBe('not-a-number')
})

test('bounds belong to what is allowed', () => {
  const percent = reader(number, { min: 0, max: 100 })
  expect([0, 100].map(percent)).toEqual([0, 100])
  expect(percent(100.01)).toBe('too-large')
  expect(percent(-0.01)).toBe('too-small')
})

test('the noise of a sum in a spreadsheet is no decimal', () => {
  expect(reader(number, { scale: 1 })(0.1 + 0.2)).toBe(0.3)
})
