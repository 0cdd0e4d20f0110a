import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { menuSchema, type Menu, type MenuItem } from '@jieli/core'
import {
  changeGroup,
  firstMenu,
  hasItem,
  newGroup,
  placeItem,
  renameGroup,
  stepGroup,
  stepItem,
  withHome,
} from './menu-draft.ts'

const page = (name: string): MenuItem => ({ kind: 'page', page: name })
const menu: Menu = {
  id: 'm',
  label: { 'zh-CN': '顾问' },
  roles: [],
  order: 0,
  groups: [
    { id: 'a', items: [page('today'), page('inbox'), page('board')] },
    { id: 'b', label: { 'zh-CN': '洞察' }, items: [page('sources')] },
  ],
}
const order = (one: Menu): string[] =>
  one.groups.map(({ items }) => items.map((item) => (item.kind === 'page' ? item.page : '')).join(' '))

describe('the draft of a menu', () => {
  it('places an entry before the one it is dropped on, also further down its own group', () => {
    expect(order(placeItem(menu, page('today'), { group: 'a', index: 2 }))).toEqual(['inbox today board', 'sources'])
    expect(order(placeItem(menu, page('today'), { group: 'b', index: 0 }))).toEqual(['inbox board', 'today sources'])
    expect(order(placeItem(menu, page('imports'), { group: 'b', index: 1 }))).toEqual(['today inbox board', 'sources imports'])
    expect(order(placeItem(menu, page('inbox'), null))).toEqual(['today board', 'sources'])
  })

  it('steps past the edge of a group into the next and back', () => {
    const down = stepItem(menu, page('board'), 1)
    expect(order(down)).toEqual(['today inbox', 'board sources'])
    expect(order(stepItem(down, page('board'), -1))).toEqual(order(menu))
    expect(stepItem(menu, page('today'), -1)).toBe(menu)
  })

  it('keeps every entry once, wherever things are dropped', () => {
    const item = fc.constantFrom('today', 'inbox', 'board', 'sources').map(page)
    const spot = fc.record({ group: fc.constantFrom('a', 'b'), index: fc.nat(4) })
    fc.assert(
      fc.property(fc.array(fc.tuple(item, spot, fc.constantFrom(1 as const, -1 as const)), { maxLength: 12 }), (moves) => {
        const moved = moves.reduce((one, [what, to, step]) => stepItem(placeItem(one, what, to), what, step), menu)
        expect(order(moved).join(' ').split(' ').filter(Boolean).toSorted()).toEqual(['board', 'inbox', 'sources', 'today'])
      }),
    )
  })

  it('keeps its last group, and drops the label of one that has no name', () => {
    const one = changeGroup(menu, 'a', () => null)
    expect(one.groups.map(({ id }) => id)).toEqual(['b'])
    expect(changeGroup(one, 'b', () => null)).toBe(one)
    expect(renameGroup(menu, 'b', '').groups[1]).not.toHaveProperty('label')
    expect(renameGroup(menu, 'b', '看').groups[1]?.label).toEqual({ 'zh-CN': '看' })
    expect(stepGroup(menu, 'b', -1).groups.map(({ id }) => id)).toEqual(['b', 'a'])
    expect(stepGroup(menu, 'b', 1)).toBe(menu)
  })

  it('is what the schema takes', () => {
    const first = firstMenu({ 'zh-CN': '菜单' }, [{ items: [page('today')] }, newGroup({ 'zh-CN': '新分组' })])
    expect(menuSchema.parse(withHome(first, page('board')))).toMatchObject({ home: page('board') })
    expect(withHome(withHome(first, page('board')), undefined)).not.toHaveProperty('home')
    expect([hasItem(first, 'page today'), hasItem(first, 'page board')]).toEqual([true, false])
  })
})
