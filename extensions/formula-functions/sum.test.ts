import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add } from './add.ts'
import { sum } from './sum.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

test('is plain addition where every amount is there, and leaves out those that are not', () => {
  fc.assert(
    fc.property(fc.array(fc.option(anyCents), { minLength: 2, maxLength: 6 }), (cents) => {
      const known = cents.map((each) => each ?? 0)
      expect(ask(sum)(...cents)).toBe(ask(add)(...known))
    }),
  )
})

test('of nothing at all is 0, as in a spreadsheet', () => {
  expect(ask(sum)(null, null)).toBe(0)
})
