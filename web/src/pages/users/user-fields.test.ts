import { expect, it } from 'vitest'
import { draftOf, isReady, wholeOf } from './user-fields.ts'

it('begins with a consultant who may sign in and takes as much as anybody', () => {
  expect(draftOf(null)).toMatchObject({ name: '', roleIds: ['consultant'], active: true, weight: 1, holdingCap: null })
})

it.each([
  ['', null],
  ['  ', null],
  ['12', 12],
  ['3.9', 3],
  ['-4', 0],
  ['abc', 0],
])('reads %j as a whole number', (typed, whole) => expect(wholeOf(typed)).toBe(whole))

it('is ready once there is a name and a sign-in of two letters', () => {
  expect(isReady({ name: '李娜', login: 'li' })).toBe(true)
  expect(isReady({ name: ' ', login: 'lina' })).toBe(false)
  expect(isReady({ name: '李娜', login: ' l ' })).toBe(false)
})
