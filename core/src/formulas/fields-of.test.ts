import { expect, it } from 'vitest'
import { call, children, field, literal } from './expression.ts'
import { childrenOf, fieldsOf } from './fields-of.ts'

const orders = children('order.lead', 'sum', { of: field('amount'), where: call('isEmpty', field('paidAt')) })
const condition = call(
  'and',
  call('equals', field('campus.city'), literal('南京')),
  call('not', orders),
  field('campus.city'),
  field('stage'),
)

it('names every field of the record itself once, in the order met', () => {
  expect(fieldsOf(condition)).toEqual(['campus.city', 'stage'])
  expect(fieldsOf(literal('name'))).toEqual([])
})

it('finds the questions put to children, not those within them', () => {
  const nested = children('order.lead', 'any', { where: children('line.order', 'any') })
  expect(childrenOf(condition)).toEqual([orders])
  expect(childrenOf(nested)).toEqual([nested])
})

it('walks a tree deeper than any stack', () => {
  let deep = field('name')
  for (let level = 0; level < 100_000; level += 1) deep = call('not', deep)
  expect(fieldsOf(deep)).toEqual(['name'])
})
