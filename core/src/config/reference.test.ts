import { expect, it } from 'vitest'
import { call, children, field, literal } from '../formulas/expression.ts'
import { conditionReferences, fieldReferences } from './reference.ts'

it('gives each name its place, and skips those that are not set without moving the others', () => {
  expect(fieldReferences('lead', ['name', undefined, 'phone'], ['columns'])).toEqual([
    { path: ['columns', 0], to: 'field', object: 'lead', name: 'name' },
    { path: ['columns', 2], to: 'field', object: 'lead', name: 'phone' },
  ])
})

it('finds every field a condition reads of its own object, each once; a child’s fields are the child’s', () => {
  const condition = call(
    'and',
    call('equals', field('source'), literal('douyin')),
    call('isNotEmpty', field('source')),
    children('order.lead', 'any', { where: call('isEmpty', field('amount')) }),
  )
  expect(conditionReferences('lead', condition, ['when'])).toEqual([
    { path: ['when'], to: 'field', object: 'lead', name: 'source' },
  ])
  expect(conditionReferences('lead', undefined, ['when'])).toEqual([])
})
