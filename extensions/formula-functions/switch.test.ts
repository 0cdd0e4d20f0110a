import { expect, test } from 'vitest'
import { switchOf } from './switch.ts'
import { ask } from '../kit/testing/ask.ts'

const look = ask(switchOf)

test('the first case that fits counts', () => {
  expect(look('a', 'a', 1, 'a', 2)).toBe(1)
})

test('a result that equals the value is no case', () => {
  expect(look('b', 'a', 'b', 'c', 'd')).toBeNull()
})

test('nothing fits no case, not even an absent one', () => {
  expect(look(null, null, 'x')).toBeNull()
})
