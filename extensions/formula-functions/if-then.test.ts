import { expect, test } from 'vitest'
import { ifThen } from './if-then.ts'
import { ask } from '../kit/testing/ask.ts'

const choose = ask(ifThen)

test('what is not known does not hold: the other branch is taken', () => {
  expect(choose(null, 'a', 'b')).toBe('b')
})

test('without another branch it is absent, also when the first branch is', () => {
  expect(choose(false, 'a')).toBeNull()
  expect(choose(true, null, 'b')).toBeNull()
})
