import { expect, it } from 'vitest'
import { layoutFor, layoutReferences, layoutSchema } from './layout.ts'

const label = { 'zh-CN': '布局' }
const layout = (id: string, facts: object = {}) =>
  layoutSchema.parse({ id, object: 'lead', label, tabs: [{ id: 't', label, parts: [] }], ...facts })

it('is the first that names one of the roles, else the first for everybody, never one of another object', () => {
  const layouts = [layout('other', { object: 'order' }), layout('all'), layout('managers', { roles: ['manager'] })]
  expect(layoutFor(layouts, 'lead', ['consultant', 'manager'])?.id).toBe('managers')
  expect(layoutFor(layouts, 'lead', ['consultant'])?.id).toBe('all')
  expect(layoutFor(layouts, 'campus', ['manager'])).toBeUndefined()
})

it('names what it places, by the object whose field it is', () => {
  const section = {
    kind: 'section',
    id: 's',
    label,
    showWhen: { call: 'isEmpty', args: [{ field: 'stage' }] },
    fields: [{ field: 'name', showWhen: { field: 'isAdult' } }],
  }
  const related = { kind: 'related', id: 'r', object: 'order', by: 'lead', columns: ['amount'] }
  const parts = [section, related, { kind: 'timeline', id: 'l' }]
  const named = layoutReferences(
    layout('a', { roles: ['manager'], tabs: [{ id: 't', label, parts }], form: [{ field: 'phone' }] }),
  )
  expect(named.map(({ to, name, object }) => [to, name, object ?? null])).toEqual([
    ['object', 'lead', null],
    ['role', 'manager', null],
    ['field', 'stage', 'lead'],
    ['field', 'name', 'lead'],
    ['field', 'isAdult', 'lead'],
    ['object', 'order', null],
    ['field', 'lead', 'order'],
    ['field', 'amount', 'order'],
    ['field', 'phone', 'lead'],
  ])
  expect(named.find(({ name }) => name === 'amount')?.path).toEqual(['tabs', 0, 'parts', 1, 'columns', 0])
})
