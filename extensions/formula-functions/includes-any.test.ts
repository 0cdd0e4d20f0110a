import fc from 'fast-check'
import { expect, test } from 'vitest'
import { includes } from './includes.ts'
import { includesAny } from './includes-any.ts'
import { ask } from '../kit/testing/ask.ts'

const members = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 4 })

test('holds when one of the values does, and goes on holding when the list grows', () => {
  fc.assert(
    fc.property(members, members, members, (list, more, values) => {
      const holds = ask(includesAny)(list, values)
      expect(holds).toBe(values.some((value) => ask(includes)(list, value) === true))
      if (holds) expect(ask(includesAny)([...list, ...more], values)).toBe(true)
    }),
  )
})
