import { expect, it } from 'vitest'
import { call, children, expressionSchema, field, literal, partsOf } from './expression.ts'

it('takes the four kinds of node and nothing that is two at once', () => {
  const good = [literal(null), field('campus.city'), call('today'), children('order.lead', 'any', { where: field('paid') })]
  for (const node of good) expect(expressionSchema.parse(node)).toEqual(node)
  const bad = [
    {},
    { value: 1, field: 'a' },
    { field: '' },
    { call: 'and' },
    { over: 'x', fn: 'any' },
    { over: 'order.lead', fn: 'median' },
  ]
  for (const node of bad) expect(expressionSchema.safeParse(node).success, JSON.stringify(node)).toBe(false)
})

it('takes no number that JSON cannot say', () => {
  expect(expressionSchema.safeParse({ value: Infinity }).success).toBe(false)
  expect(expressionSchema.safeParse({ value: [[['a']]] }).success).toBe(true)
})

it('gives the parts of a node with the way to them', () => {
  expect(partsOf(call('equals', field('a'), literal(1)))).toEqual([
    { part: field('a'), at: 'args.0' },
    { part: literal(1), at: 'args.1' },
  ])
  expect(partsOf(children('order.lead', 'sum', { of: field('b') }))).toEqual([{ part: field('b'), at: 'of' }])
  expect(partsOf(field('a'))).toEqual([])
})
