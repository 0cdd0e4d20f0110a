import { expect, test } from 'vitest'
import { children, field } from '../formulas/expression.ts'
import { buildGraph } from './computation-graph.ts'
import { objectsOf, reckoned } from './computed.fixture.ts'

const graph = buildGraph(
  objectsOf({
    deal: { name: {}, sum: reckoned(children('line.deal', 'sum', { of: field('total') })), net: reckoned(field('sum')) },
    line: {
      deal: { type: 'relation', settings: { object: 'deal' } },
      total: { type: 'number' },
      dealName: reckoned(field('deal.name'), { field: 'deal.name' }),
    },
  }),
)
const following = (object: string, name: string) =>
  graph
    .dependents(object, name)
    .map(({ object: of, field: one, way }) => [of.name, one.name, way.map(({ kind }) => kind).join()])

test('a field leads to what reads it, with the way', () => {
  expect(following('line', 'total')).toEqual([['deal', 'sum', 'down']])
  expect(following('deal', 'sum')).toEqual([['deal', 'net', '']])
  expect(following('deal', 'name')).toEqual([['line', 'dealName', 'up']])
})

test('a relation leads to what is read through it and to the sums over it', () => {
  expect(following('line', 'deal').toSorted()).toEqual([
    ['deal', 'sum', 'down'],
    ['line', 'dealName', ''],
  ])
})

test('coming and going is seen by others only', () => {
  expect(graph.onExistence('line').map(({ field: one }) => one.name)).toEqual(['sum'])
  expect(graph.onExistence('deal').map(({ field: one }) => one.name)).toEqual(['dealName'])
})

test('says which relation parents are asked over, and in which order fields are reckoned', () => {
  expect(graph.isAskedOver('line', 'deal')).toBe(true)
  expect(graph.isAskedOver('line', 'owner')).toBe(false)
  expect(graph.kept('deal').map(({ name }) => name)).toEqual(['sum', 'net'])
})
