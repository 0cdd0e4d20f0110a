import { useMeta } from '../../data/meta.ts'
import { useCan } from '../../data/session.ts'
import { navGroups, type NavGroup } from './nav-items.ts'

/** The menu as this person sees it: what one may not use is not there. */
export const useNav = (): NavGroup[] => {
  const can = useCan()
  const { objects } = useMeta()
  const isShown = (item: NavGroup['items'][number]): boolean =>
    (!item.needs || can(item.needs)) && (!item.object || objects.some(({ name }) => name === item.object))
  return navGroups.map((group) => ({ ...group, items: group.items.filter(isShown) })).filter(({ items }) => items.length > 0)
}
