import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinList } from './join-list.ts'
import { ask } from '../kit/testing/ask.ts'

const joined = ask(joinList)
const members = fc.array(fc.constantFrom('语文', '数学', 'a b', '😀'), { minLength: 1, maxLength: 5 })

test('can be taken apart at its separator again', () => {
  fc.assert(
    fc.property(members, fc.constantFrom('、', ' / ', '|'), (list, separator) => {
      expect(String(joined(list, separator)).split(separator)).toEqual(list)
    }),
  )
})

test('of an empty or absent list is absent; an empty separator falls back on the Chinese comma', () => {
  expect(joined([])).toBeNull()
  expect(joined(null)).toBeNull()
  expect(joined(['a', 'b'], '')).toBe('a、b')
})
