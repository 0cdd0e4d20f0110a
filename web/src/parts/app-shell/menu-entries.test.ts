import { describe, expect, it } from 'vitest'
import { viewSchema, type Ability } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { currentOf, itemOfNav, keyOfItem, placeOf, type Reader } from './menu-entries.ts'
import type { NavGroup } from './nav-items.ts'

const icon = (() => null) as unknown as NavGroup['items'][number]['icon']
const navGroups: NavGroup[] = [
  {
    items: [
      { to: '/today', label: 'today', icon },
      { to: '/leads', label: 'leads', icon, object: 'lead' },
      { to: '/leads/kanban', label: 'kanban', icon, object: 'lead' },
      { to: '/objects/order', label: 'orders', icon, object: 'order' },
    ],
  },
  { label: 'insight', items: [{ to: '/board', label: 'campusBoard', icon, needs: ['see-boards'] }] },
]

const object = (name: string): ObjectMeta => ({
  id: name,
  name,
  label: { 'zh-CN': name },
  icon: '',
  titleField: 'name',
  can: { create: true, update: true, delete: true },
  fields: [],
})
const view = viewSchema.parse({ id: 'mine', object: 'lead', label: { 'zh-CN': '我的' } })
const reader = (abilities: Ability[], more: Partial<Reader> = {}): Reader => ({
  groups: navGroups,
  objects: [object('lead'), object('campus')],
  views: [view],
  may: (needs) => needs.some((ability) => abilities.includes(ability)),
  ...more,
})

describe('where a menu item leads', () => {
  it('is nowhere for a page that one may not use, whatever the menu says', () => {
    const item = { kind: 'page', page: 'board' } as const
    expect(placeOf(reader([]), item)).toBeUndefined()
    expect(placeOf(reader(['see-boards']), item)?.to).toBe('/board')
  })

  it('is nowhere for an object, a view or a page of an object that one may not know', () => {
    const blind = reader(['configure'], { objects: [] })
    expect(placeOf(blind, { kind: 'object', object: 'lead' })).toBeUndefined()
    expect(placeOf(blind, { kind: 'view', view: 'mine' })).toBeUndefined()
    expect(placeOf(blind, { kind: 'page', page: 'leads/kanban' })).toBeUndefined()
    expect(placeOf(reader([]), { kind: 'view', view: 'gone' })).toBeUndefined()
  })

  it('is the list of the object, and for a view that list with the view', () => {
    expect(placeOf(reader([]), { kind: 'object', object: 'campus' })?.to).toBe('/objects/campus')
    expect(placeOf(reader([]), { kind: 'view', view: 'mine' })).toMatchObject({ to: '/leads', search: { view: 'mine' } })
  })

  it('has one item for each entry of the product’s own menu, which leads back to it', () => {
    const all = navGroups.flatMap(({ items }) => items)
    const everything = reader([...new Set(all.flatMap(({ needs }) => needs ?? []))], {
      objects: all.flatMap(({ object: name }) => (name === undefined ? [] : [object(name)])),
    })
    expect(new Set(all.map((nav) => keyOfItem(itemOfNav(nav)))).size).toBe(all.length)
    for (const nav of all) expect(placeOf(everything, itemOfNav(nav))?.to).toBe(nav.to)
  })
})

describe('where one is', () => {
  const places = [
    { to: '/leads' },
    { to: '/leads', search: { view: 'mine' } },
    { to: '/leads/kanban' },
    { to: '/objects/order' },
  ]
  it.each([
    ['/leads', undefined, 0],
    ['/leads', 'mine', 1],
    ['/leads', 'another', 0],
    ['/leads/kanban', undefined, 2],
    ['/leads/01', undefined, 0],
    ['/objects/order/7', undefined, 3],
  ])('%s with the view %s is entry %i', (path, shown, index) => expect(currentOf(places, path, shown)).toBe(places[index]))
  it('is nowhere when no entry begins the address', () =>
    expect(currentOf(places, '/settings/menus', undefined)).toBeUndefined())
})
