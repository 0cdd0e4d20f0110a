import type { MenuItem, View } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import type { NavGroup, NavItem } from './nav-items.ts'

/** A menu entry before it has words: where it leads and what it stands for. */
export interface Place {
  item: MenuItem
  to: string
  search?: { view: string }
  /** The product's own entry, which has an icon and perhaps words. */
  nav?: NavItem
  object?: ObjectMeta
  view?: View
}

/** What decides which places there are for somebody. */
export interface Reader {
  groups: readonly NavGroup[]
  objects: readonly ObjectMeta[]
  views: readonly View[]
  may(needs: NonNullable<NavItem['needs']>): boolean
}

/** The name by which a menu calls a page of the product: its address without the first stroke. */
export const pageOf = ({ to }: NavItem): string => to.slice(1)

/** One text for an item: to compare by, to drag by. */
export const keyOfItem = (item: MenuItem): string =>
  item.kind === 'page' ? `page ${item.page}` : item.kind === 'object' ? `object ${item.object}` : `view ${item.view}`

const navItems = ({ groups }: Reader): NavItem[] => groups.flatMap(({ items }) => items)
const addressOf = (object: string): string => (object === 'lead' ? '/leads' : `/objects/${object}`)
const isOfRecords = ({ to, object }: NavItem): boolean => object !== undefined && addressOf(object) === to

/** What the product's own entry is in a menu: a page, or an object's records. */
export const itemOfNav = (nav: NavItem): MenuItem =>
  nav.object !== undefined && isOfRecords(nav) ? { kind: 'object', object: nav.object } : { kind: 'page', page: pageOf(nav) }

const placeOfPage = (reader: Reader, item: MenuItem & { kind: 'page' }): Place | undefined => {
  const nav = navItems(reader).find((one) => pageOf(one) === item.page)
  if (!nav || (nav.needs && !reader.may(nav.needs))) return undefined
  if (nav.object !== undefined && !reader.objects.some(({ name }) => name === nav.object)) return undefined
  return { item, to: nav.to, nav }
}

const placeOfObject = (reader: Reader, item: MenuItem, name: string): Place | undefined => {
  const object = reader.objects.find((one) => one.name === name)
  const nav = navItems(reader).find((one) => one.object === name && isOfRecords(one))
  return object && { item, to: addressOf(name), object, ...(nav ? { nav } : {}) }
}

/** Where an item leads; undefined when its reader may not use it, or it is gone: both look the same. */
export const placeOf = (reader: Reader, item: MenuItem): Place | undefined => {
  if (item.kind === 'page') return placeOfPage(reader, item)
  if (item.kind === 'object') return placeOfObject(reader, item, item.object)
  const view = reader.views.find(({ id }) => id === item.view)
  const place = view && placeOfObject(reader, item, view.object)
  return place && { ...place, search: { view: view.id }, view }
}

/** The entry of these that an address belongs to: the longest that begins it; of the same length, the view that is shown. */
export const currentOf = <T extends Pick<Place, 'to' | 'search'>>(
  places: readonly T[],
  path: string,
  view: string | undefined,
): T | undefined => {
  const begins = places.filter(({ to }) => path === to || path.startsWith(`${to}/`))
  const longest = Math.max(...begins.map(({ to }) => to.length))
  const nearest = begins.filter(({ to }) => to.length === longest)
  return nearest.find(({ search }) => search?.view === view) ?? nearest.find(({ search }) => !search) ?? undefined
}
