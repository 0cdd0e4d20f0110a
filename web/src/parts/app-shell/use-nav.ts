import { Database, TableProperties, type LucideIcon } from 'lucide-react'
import type { MenuItem } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import { useCan } from '../../data/session.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { itemOfNav, placeOf, type Place, type Reader } from './menu-entries.ts'
import { navGroups } from './nav-items.ts'

export interface NavEntry extends Place {
  title: string
  icon: LucideIcon
}
export interface NavSection {
  title?: string
  entries: NavEntry[]
}

/** Objects that are told with another record, or belong to people. */
const untold = new Set(['user', 'department', 'leave', 'followUp', 'task'])
/** Where objects that an admin made stand: after those that are always there. */
const recordsPlace = 0
/** Whoever configures finds back from any menu. */
const wayBack: MenuItem = { kind: 'page', page: 'settings/menus' }

/** An item with its words and icon; undefined when one may not use it. */
export const useEntryOf = (): ((item: MenuItem) => NavEntry | undefined) => {
  const can = useCan()
  const text = useText(shellMessages)
  const label = useLabel()
  const { objects, views } = useMeta()
  const reader: Reader = { groups: navGroups, objects, views, may: (needs) => needs.some(can) }
  const titleOf = ({ item, nav, object, view }: Place): string => {
    if (view) return label(view.label)
    // 线索 keeps the product's word; other records go by the name of their object.
    if (object && item.kind === 'object' && item.object !== 'lead') return label(object.label)
    return nav ? text(nav.label) : label(object?.label ?? { 'zh-CN': '' })
  }
  return (item) => {
    const place = placeOf(reader, item)
    if (!place) return undefined
    return { ...place, title: titleOf(place), icon: place.view ? TableProperties : (place.nav?.icon ?? Database) }
  }
}

/** The product's own menu, for whom no menu was made: what one may use, with what an admin made. */
export const useFullNav = (): NavSection[] => {
  const text = useText(shellMessages)
  const entryOf = useEntryOf()
  const { objects } = useMeta()
  const listed = new Set(navGroups.flatMap(({ items }) => items.map(({ object }) => object)))
  const others = objects
    .filter(({ name, partOf }) => !untold.has(name) && !listed.has(name) && !partOf)
    .map(({ name }): MenuItem => ({ kind: 'object', object: name }))
  return navGroups
    .map((group, index): NavSection => ({
      ...(group.label ? { title: text(group.label) } : {}),
      entries: [...group.items.map(itemOfNav), ...(index === recordsPlace ? others : [])].flatMap(
        (item) => entryOf(item) ?? [],
      ),
    }))
    .filter(({ entries }) => entries.length > 0)
}

/** The menu as this person sees it: that of their roles, else the product's own. What one may not use is never there. */
export const useNav = (): NavSection[] => {
  const text = useText(shellMessages)
  const label = useLabel()
  const entryOf = useEntryOf()
  const full = useFullNav()
  const { menu } = useMeta()
  if (!menu) return full
  const sections = menu.groups
    .map((group): NavSection => ({
      ...(group.label ? { title: label(group.label) } : {}),
      entries: group.items.flatMap((item) => entryOf(item) ?? []),
    }))
    .filter(({ entries }) => entries.length > 0)
  const back = entryOf(wayBack)
  const isThere = sections.some(({ entries }) => entries.some(({ to }) => to === back?.to))
  return back && !isThere ? [...sections, { title: text('build'), entries: [back] }] : sections
}

/** Where one begins: the menu's home, else its first entry; without a menu 今日. */
export const useHome = (): NavEntry | undefined => {
  const { menu } = useMeta()
  const entryOf = useEntryOf()
  const [first] = useNav().flatMap(({ entries }) => entries)
  const today = entryOf({ kind: 'page', page: 'today' })
  if (!menu) return today
  return (menu.home ? entryOf(menu.home) : today) ?? first
}
