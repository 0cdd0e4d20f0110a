import type { Label, Menu, MenuItem } from '@jieli/core'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'

export type MenuGroup = Menu['groups'][number]

/** Before the entry at `index` of a group. */
export interface Spot {
  group: string
  index: number
}

const newId = (): string => crypto.randomUUID().slice(0, 8)

export const newGroup = (label: Label): MenuGroup => ({ id: newId(), label, items: [] })

/** A first menu that shows what there is without one. */
export const firstMenu = (label: Label, groups: readonly Omit<MenuGroup, 'id'>[]): Menu => ({
  id: newId(),
  label,
  roles: [],
  order: 0,
  groups: groups.map((group) => ({ id: newId(), ...group })),
})

export const hasItem = (menu: Menu, key: string): boolean =>
  menu.groups.some(({ items }) => items.some((item) => keyOfItem(item) === key))

/** Puts an entry where it is dropped, out of wherever it was; without a spot it leaves the menu. */
export const placeItem = (menu: Menu, item: MenuItem, to: Spot | null): Menu => {
  const key = keyOfItem(item)
  return {
    ...menu,
    groups: menu.groups.map((group) => {
      const from = group.items.findIndex((one) => keyOfItem(one) === key)
      const rest = group.items.filter((one) => keyOfItem(one) !== key)
      if (group.id !== to?.group) return { ...group, items: rest }
      // Taking it out from above moves the spot up by one.
      const index = from >= 0 && from < to.index ? to.index - 1 : to.index
      return { ...group, items: rest.toSpliced(index, 0, item) }
    }),
  }
}

/** One step up or down; past the edge of a group into the one beside it, so that the keyboard reaches every spot. */
export const stepItem = (menu: Menu, item: MenuItem, step: 1 | -1): Menu => {
  const key = keyOfItem(item)
  const at = menu.groups.findIndex(({ items }) => items.some((one) => keyOfItem(one) === key))
  const group = menu.groups[at]
  if (!group) return menu
  const index = group.items.findIndex((one) => keyOfItem(one) === key)
  const next = index + step
  if (next >= 0 && next < group.items.length)
    return placeItem(menu, item, { group: group.id, index: step > 0 ? index + 2 : index - 1 })
  const beside = menu.groups[at + step]
  return beside ? placeItem(menu, item, { group: beside.id, index: step > 0 ? 0 : beside.items.length }) : menu
}

/** Null takes the group away; a menu keeps at least one. */
export const changeGroup = (menu: Menu, id: string, change: (group: MenuGroup) => MenuGroup | null): Menu => {
  const groups = menu.groups.flatMap((group) => (group.id === id ? (change(group) ?? []) : group))
  return groups.length === 0 ? menu : { ...menu, groups }
}

/** A group without a name has no label at all: the menu then shows no heading. */
export const renameGroup = (menu: Menu, id: string, name: string): Menu =>
  changeGroup(menu, id, ({ label, ...group }) => (name === '' ? group : { ...group, label: { ...label, 'zh-CN': name } }))

export const stepGroup = (menu: Menu, id: string, step: 1 | -1): Menu => {
  const at = menu.groups.findIndex((group) => group.id === id)
  const group = menu.groups[at]
  const to = at + step
  if (!group || to < 0 || to >= menu.groups.length) return menu
  return { ...menu, groups: menu.groups.toSpliced(at, 1).toSpliced(to, 0, group) }
}

export const withHome = (menu: Menu, home: MenuItem | undefined): Menu => {
  const { home: _, ...rest } = menu
  return home ? { ...rest, home } : rest
}
