import { expect, test } from 'vitest'
import { readWeek } from './read-week.ts'

const read = (input: unknown) => {
  const parsed = readWeek(input)
  return parsed.ok ? parsed.value : parsed.code
}
const office = [['09:00', '18:00']]

test('days that are not named are free', () => {
  expect(read('周一、周三 9:00-18:00')).toEqual([office, [], office, [], [], [], []])
})

test('a day named twice is a question for a person', () => {
  expect(read('周一至周三 9:00-18:00；周三 休息')).toBe('not-shift-hours')
})

test('hours that overlap or run backwards are told by their day, those that touch are fine', () => {
  const day = (hours: unknown) => [[], hours, [], [], [], [], []]
  expect(
    readWeek(
      day([
        ['09:00', '12:00'],
        ['11:00', '18:00'],
      ]),
    ),
  ).toMatchObject({ code: 'hours-overlap', params: { day: 2 } })
  expect(read(day([['18:00', '09:00']]))).toBe('hours-overlap')
  expect(
    read(
      day([
        ['12:00', '18:00'],
        ['09:00', '12:00'],
      ]),
    ),
  ).toEqual(
    day([
      ['09:00', '12:00'],
      ['12:00', '18:00'],
    ]),
  )
})

test('a week has seven days, and a day ends at 24:00', () => {
  expect(read([office])).toBe('not-shift-hours')
  expect(read('周五 18:00-24:00')).toEqual([[], [], [], [], [['18:00', '24:00']], [], []])
  expect(read('周五 18:00-24:30')).toBe('not-shift-hours')
})
