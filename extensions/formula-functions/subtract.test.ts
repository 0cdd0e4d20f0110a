import fc from 'fast-check'
import { expect, test } from 'vitest'
import { add } from './add.ts'
import { subtract } from './subtract.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

test('what was taken away and is added again leaves the amount as it was', () => {
  fc.assert(
    fc.property(anyCents, anyCents, (from, amount) => {
      const rest = ask(subtract)(from / 100, amount / 100)
      expect(rest).toBe((from - amount) / 100)
      expect(ask(add)(rest, amount / 100)).toBe(from / 100)
    }),
  )
})

test('nothing taken from a number and a number taken from nothing are both unknown', () => {
  expect(ask(subtract)(1, null)).toBeNull()
  expect(ask(subtract)(null, 1)).toBeNull()
})
