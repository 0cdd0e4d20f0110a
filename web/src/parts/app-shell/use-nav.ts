import { Database, type LucideIcon } from 'lucide-react'
import { useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { useCan } from '../../data/session.ts'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { navGroups, type NavItem } from './nav-items.ts'

export interface NavEntry {
  to: string
  title: string
  icon: LucideIcon
}
export interface NavSection {
  title?: string
  entries: NavEntry[]
}

/** Objects with a page of their own, or that are told with another record. */
const placed = new Set(['lead', 'user', 'department', 'leave', 'followUp', 'task'])
/** Where objects that an admin made stand: after those that are always there. */
const recordsPlace = 0

/** The menu as this person sees it: what one may not use is not there, what an admin made is; records go by the name of their object. */
export const useNav = (): NavSection[] => {
  const can = useCan()
  const text = useText(shellMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const objectOf = (item: NavItem): ObjectMeta | undefined => objects.find(({ name }) => name === item.object)
  const isShown = (item: NavItem): boolean =>
    (!item.needs || item.needs.some(can)) && (!item.object || objectOf(item) !== undefined)
  const entryOf = (item: NavItem): NavEntry => {
    const object = item.to.startsWith('/objects/') ? objectOf(item) : undefined
    return { to: item.to, icon: item.icon, title: object ? label(object.label) : text(item.label) }
  }
  const listed = new Set(navGroups.flatMap(({ items }) => items.map(({ object }) => object)))
  const others = objects
    .filter(({ name }) => !placed.has(name) && !listed.has(name))
    .map((object): NavEntry => ({ to: `/objects/${object.name}`, icon: Database, title: label(object.label) }))
  return navGroups
    .map((group, index): NavSection => ({
      ...(group.label ? { title: text(group.label) } : {}),
      entries: [...group.items.filter(isShown).map(entryOf), ...(index === recordsPlace ? others : [])],
    }))
    .filter(({ entries }) => entries.length > 0)
}
