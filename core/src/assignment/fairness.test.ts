import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fairnessOf } from './fairness.ts'

it('is perfect for equals and bad for one who has it all', () => {
  expect(fairnessOf([5, 5, 5])).toEqual({ people: 3, total: 15, spread: 0, gini: 0 })
  expect(fairnessOf([0, 6, 0])).toMatchObject({ spread: 6, gini: 2 / 3 })
  expect(fairnessOf([])).toEqual({ people: 0, total: 0, spread: 0, gini: 0 })
  expect(fairnessOf([0, 0])).toEqual({ people: 2, total: 0, spread: 0, gini: 0 })
})

it('is half the mean difference of all pairs over the mean', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(50), { minLength: 1, maxLength: 20 }), (counts) => {
      const total = counts.reduce((sum, count) => sum + count, 0)
      fc.pre(total > 0)
      const pairs = counts.flatMap((a) => counts.map((b) => Math.abs(a - b))).reduce((sum, gap) => sum + gap, 0)
      expect(fairnessOf(counts).gini).toBeCloseTo(pairs / (2 * counts.length * total), 10)
    }),
  )
})
