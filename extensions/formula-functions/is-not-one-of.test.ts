import { expect, test } from 'vitest'
import { isNotOneOf } from './is-not-one-of.ts'
import { ask } from '../kit/testing/ask.ts'

const none = ask(isNotOneOf)

test('leaves out who has no value: nobody is chosen by what is not known of them', () => {
  expect(none(null, ['a'])).toBe(false)
  expect(none('', ['a'])).toBe(false)
})

test('an empty list excludes nobody and yet takes nobody, like every condition that is not filled in', () => {
  expect(none('a', [])).toBe(false)
})

test('compares numbers as numbers', () => {
  expect(none(2, ['2.0'])).toBe(false)
  expect(none(3, ['2.0', 1])).toBe(true)
})
