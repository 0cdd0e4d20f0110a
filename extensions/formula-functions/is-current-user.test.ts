import { expect, test } from 'vitest'
import { isCurrentUser } from './is-current-user.ts'
import { ask } from '../kit/testing/ask.ts'

test('a record without owner is nobody’s, also when nobody asks', () => {
  expect(ask(isCurrentUser, { userId: null })(null)).toBe(false)
  expect(ask(isCurrentUser, { userId: '' })('')).toBe(false)
})

test('is about who asks, not about who is called so', () => {
  expect(ask(isCurrentUser, { userId: 'u-1' })('u-1')).toBe(true)
  expect(ask(isCurrentUser, { userId: 'u-2' })('u-1')).toBe(false)
})
