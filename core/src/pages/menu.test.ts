import { expect, it } from 'vitest'
import { menuReferences, menuSchema } from './menu.ts'

it('names its roles, objects and views with their places; pages are the product’s own', () => {
  const menu = menuSchema.parse({
    id: 'm',
    label: { 'zh-CN': '顾问' },
    roles: ['consultant'],
    home: { kind: 'view', view: 'mine' },
    groups: [
      { id: 'g', items: [{ kind: 'page', page: 'today' }] },
      { id: 'h', items: [{ kind: 'object', object: 'order' }] },
    ],
  })
  expect(menuReferences(menu)).toEqual([
    { path: ['roles', 0], to: 'role', name: 'consultant' },
    { path: ['home', 'view'], to: 'view', name: 'mine' },
    { path: ['groups', 1, 'items', 0, 'object'], to: 'object', name: 'order' },
  ])
})

it('has at least one group', () => {
  expect(menuSchema.safeParse({ id: 'm', label: { 'zh-CN': '空' }, groups: [] }).success).toBe(false)
})
