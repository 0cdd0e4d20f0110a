import { expect, test } from 'vitest'
import fc from 'fast-check'
import { assignmentRuleSchema, type AssignmentRule } from '@jieli/core'
import { placeRules } from './place-rules.ts'

const rule = (order: number, id = `r${order}`): AssignmentRule =>
  assignmentRuleSchema.parse({ id, label: id, order, pool: {}, strategy: { name: 'round-robin' } })
const orders = (rules: AssignmentRule[]): number[] => rules.map(({ order }) => order)

test('the numbers rise, whatever they were', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { maxLength: 12 }), (given) => {
      const placed = placeRules(given.map((order, index) => rule(order, `r${index}`)))
      expect(placed.map(({ id }) => id)).toEqual(given.map((_, index) => `r${index}`))
      orders(placed).forEach((order, at, all) => {
        if (at > 0) expect(order).toBeGreaterThan(all[at - 1] ?? Infinity)
      })
      expect(orders(placed).every(Number.isInteger)).toBe(true)
    }),
  )
})

test('a list in order is left alone', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.integer()), (given) => {
      const rules = given.toSorted((a, b) => a - b).map((order) => rule(order))
      expect(placeRules(rules)).toEqual(rules)
    }),
  )
})

test('a new rule on top, or one moved where there is room, changes no other', () => {
  expect(orders(placeRules([rule(0, 'new'), rule(1), rule(2)]))).toEqual([0, 1, 2])
  expect(orders(placeRules([rule(99, 'new'), rule(1), rule(2)]))).toEqual([-9, 1, 2])
  expect(orders(placeRules([rule(10), rule(30), rule(20), rule(40)]))).toEqual([10, 30, 35, 40])
})

test('without room all are numbered anew', () => {
  expect(orders(placeRules([rule(1), rule(3), rule(2), rule(4)]))).toEqual([10, 20, 30, 40])
})
