import { expect, it } from 'vitest'
import { call, children, field } from './expression.ts'
import { maxDepth, maxNodes, measureExpression } from './measure-expression.ts'

it('counts levels and nodes, those of children’s questions included', () => {
  expect(measureExpression(field('name'))).toEqual({ depth: 1, nodes: 1 })
  const asked = children('order.lead', 'sum', { of: field('amount'), where: call('isEmpty', field('paidAt')) })
  expect(measureExpression(call('not', asked))).toEqual({ depth: 4, nodes: 5 })
})

it('stops soon after a limit, however large the tree', () => {
  let deep = field('name')
  for (let level = 0; level < 200_000; level += 1) deep = call('not', deep)
  expect(measureExpression(deep)).toEqual({ depth: maxDepth + 1, nodes: maxDepth + 1 })
  const wide = call('and', ...Array.from({ length: 10_000 }, () => field('name')))
  expect(measureExpression(wide).nodes).toBe(maxNodes + 1)
})
