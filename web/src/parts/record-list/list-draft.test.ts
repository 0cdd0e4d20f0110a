import { expect, test } from 'vitest'
import type { Expression, View } from '@jieli/core'
import { allOf, itemsOf, nextSort, whereOf } from './list-draft.ts'

const is = (field: string, value: string): Expression => ({ call: 'equals', args: [{ field }, { value }] })
const view = (where?: Expression): View => ({
  id: 'v',
  object: 'lead',
  label: { 'zh-CN': '视图' },
  kind: 'list',
  order: 0,
  ownerId: null,
  colours: [],
  summaries: [],
  columns: [],
  sort: [],
  ...(where ? { where } : {}),
})

test('a view is taken apart into chips and put together as it was', () => {
  const where: Expression = {
    call: 'and',
    args: [is('stage', 'new'), { call: 'or', args: [is('source', 'douyin'), is('source', 'walk-in')] }],
  }
  expect(itemsOf(view(where)).map(({ kind }) => kind)).toEqual(['clause', 'group'])
  expect(whereOf(itemsOf(view(where)))).toEqual(where)
  expect(whereOf(itemsOf(view()))).toBeUndefined()
})

test('a view of alternatives is one chip: taking it away takes the whole', () => {
  const where: Expression = { call: 'or', args: [is('source', 'douyin'), is('source', 'walk-in')] }
  expect(itemsOf(view(where))).toHaveLength(1)
  expect(whereOf(itemsOf(view(where)))).toEqual(where)
})

test('a chip without its value asks nothing yet', () => {
  expect(whereOf([{ kind: 'clause', field: 'stage', operator: 'isOneOf', operands: [[]] }])).toBeUndefined()
})

test('all of several conditions hold together, one stays as it is', () => {
  expect(allOf(undefined, is('stage', 'new'))).toEqual(is('stage', 'new'))
  expect(allOf(is('stage', 'new'), is('source', 'douyin'))).toMatchObject({ call: 'and', args: [{}, {}] })
  expect(allOf(undefined)).toBeUndefined()
})

test("pressing a column's head goes up, down, and back to no order", () => {
  const up = nextSort([], 'budget')
  const down = nextSort(up, 'budget')
  expect([up, down, nextSort(down, 'budget')]).toEqual([
    [{ field: 'budget', direction: 'asc' }],
    [{ field: 'budget', direction: 'desc' }],
    [],
  ])
  expect(nextSort(down, 'name')).toEqual([{ field: 'name', direction: 'asc' }])
})
