import fc from 'fast-check'
import { expect, test } from 'vitest'
import { includesAll } from './includes-all.ts'
import { includesAny } from './includes-any.ts'
import { ask } from '../kit/testing/ask.ts'

const all = ask(includesAll)
const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

test('asks more than one of them: where all are there, one is; and a longer list still has them', () => {
  fc.assert(
    fc.property(members, members, members, (list, more, values) => {
      if (!all(list, values)) return
      expect(ask(includesAny)(list, values)).toBe(true)
      expect(all([...list, ...more], values)).toBe(true)
    }),
  )
})

test('a list has all of itself, in any order and however often named', () => {
  expect(all(['a', 'b'], ['b', 'a', 'b'])).toBe(true)
})

test('no values asked for hold for nobody, so that an empty condition takes no one in', () => {
  expect(all(['a'], [])).toBe(false)
  expect(all(null, ['a'])).toBe(false)
})
