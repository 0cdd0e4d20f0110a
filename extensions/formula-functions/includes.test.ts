import fc from 'fast-check'
import { expect, test } from 'vitest'
import { includes } from './includes.ts'
import { ask } from '../kit/testing/ask.ts'

const has = ask(includes)
const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

test('goes on holding when the list grows, which lets the whole column be asked first', () => {
  expect(includes.growsWithValue).toBe(true)
  fc.assert(
    fc.property(members, members, fc.constantFrom('a', 'b', 'c', 'd'), (part, more, value) => {
      if (has(part, value)) expect(has([...part, ...more], value)).toBe(true)
      expect(has([...part, value], value)).toBe(true)
    }),
  )
})

test('compares whole members, not parts of their text', () => {
  expect(has(['数学竞赛'], '数学')).toBe(false)
})
