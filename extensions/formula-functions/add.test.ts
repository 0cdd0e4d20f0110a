import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add } from './add.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const sum = ask(add)

test('adds money to the cent, however many amounts and in whichever order', () => {
  fc.assert(
    fc.property(fc.array(anyCents, { minLength: 2, maxLength: 6 }), (cents) => {
      const amounts = cents.map((each) => each / 100)
      const total = cents.reduce((a, b) => a + b, 0) / 100
      expect(sum(...amounts)).toBe(total)
      expect(sum(...amounts.toReversed())).toBe(total)
    }),
  )
})

test('one amount that is not known makes the whole unknown, unlike the function that sums', () => {
  expect(sum(1, null, 2)).toBeNull()
})
