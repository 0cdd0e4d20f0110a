import { expect, test } from 'vitest'
import { draftOf, isReady, wholeOf } from './user-fields.ts'

test('a new colleague is a consultant at work with one share and no caps', () => {
  expect(draftOf(null)).toMatchObject({ roleIds: ['consultant'], active: true, weight: 1, holdingCap: null, dailyCap: null })
})

test('nothing typed is no cap; zero is a cap of none', () => {
  expect([wholeOf(' '), wholeOf('0'), wholeOf('12.9'), wholeOf('-3'), wholeOf('many')]).toEqual([null, 0, 12, 0, 0])
})

test('a blank is no name, and one letter no sign-in', () => {
  expect(isReady({ name: ' ', login: 'lina' })).toBe(false)
  expect(isReady({ name: '李娜', login: ' l ' })).toBe(false)
  expect(isReady({ name: '李娜', login: 'ln' })).toBe(true)
})
