import { expect, test } from 'vitest'
import fc from 'fast-check'
import { bestPerformer } from '@jieli/extensions/assignment-strategies/best-performer/strategy.ts'
import { closedOrdersMeasure, readClosedOrders, usualChoice } from './closed-orders-measure.ts'

const label = { 'zh-CN': '近 7 天成交' }
const choice = fc.record({
  fn: fc.constantFrom('count' as const, 'sum' as const),
  days: fc.integer({ min: 1, max: 365 }),
  isSameSubject: fc.boolean(),
})

test('what is chosen is read back from what is stored', () => {
  fc.assert(
    fc.property(choice, (one) => {
      expect(readClosedOrders(closedOrdersMeasure(one, label))).toEqual(one)
    }),
  )
})

test('the strategy accepts every choice', () => {
  fc.assert(
    fc.property(choice, (one) => {
      expect(bestPerformer.settings.safeParse({ measure: closedOrdersMeasure(one, label) }).success).toBe(true)
    }),
  )
})

test("the strategy's own default is the usual choice", () => {
  expect(readClosedOrders(bestPerformer.settings.parse({}).measure)).toEqual(usualChoice)
})

test('a measure written another way is left alone', () => {
  expect(
    readClosedOrders({ object: 'order', fn: 'count', where: { call: 'isNotEmpty', args: [{ field: 'closedAt' }] } }),
  ).toBeNull()
  expect(readClosedOrders(undefined)).toBeNull()
})
