import { useState } from 'react'
import { useDroppable } from '@dnd-kit/core'
import { Search } from 'lucide-react'
import type { Menu, MenuItem } from '@jieli/core'
import { useMeta } from '../../data/meta.ts'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { useEntryOf, useFullNav } from '../../parts/app-shell/use-nav.ts'
import { hasItem } from './menu-draft.ts'
import { MenuTile } from './menu-tile.tsx'

export const PALETTE = 'palette'
const kinds = [
  ['page', 'pages'],
  ['object', 'objects'],
  ['view', 'views'],
] as const

/** Everything that an entry can be: the product's pages, all objects, the views made for everybody. */
export const useAllItems = (): MenuItem[] => {
  const { objects, views } = useMeta()
  const pages = useFullNav().flatMap(({ entries }) => entries.flatMap(({ item }) => (item.kind === 'page' ? [item] : [])))
  return [
    ...pages,
    ...objects.map(({ name }): MenuItem => ({ kind: 'object', object: name })),
    ...views.filter(({ ownerId }) => ownerId === null).map(({ id }): MenuItem => ({ kind: 'view', view: id })),
  ]
}

/** What is not in the menu yet; what is dropped here leaves it. */
export function MenuPalette({ menu, onAdd }: { menu: Menu; onAdd(item: MenuItem): void }) {
  const text = useText(menusMessages)
  const entryOf = useEntryOf()
  const [search, setSearch] = useState('')
  const { setNodeRef, isOver } = useDroppable({ id: PALETTE })
  const free = useAllItems().filter((item) => !hasItem(menu, keyOfItem(item)))
  const found = free.filter((item) => entryOf(item)?.title.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <section ref={setNodeRef} className={`palette${isOver ? ' over' : ''}`} aria-label={text('palette')}>
      <h2 className="h2">
        {text('palette')} <span className="count">{free.length}</span>
      </h2>
      <label className="field-search">
        <Search size={14} aria-hidden="true" />
        <input
          type="search"
          aria-label={text('find')}
          placeholder={text('find')}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
      </label>
      <p className="hint">{text(free.length === 0 ? 'paletteEmpty' : 'paletteHint')}</p>
      {kinds.map(([kind, title]) => {
        const ofKind = found.filter((item) => item.kind === kind)
        return (
          ofKind.length > 0 && (
            <div key={kind} role="group" aria-label={text(title)} className="menu-kind">
              <div className="t3 f12">{text(title)}</div>
              {ofKind.map((item) => (
                <MenuTile key={keyOfItem(item)} item={item} onPress={() => onAdd(item)} />
              ))}
            </div>
          )
        )
      })}
    </section>
  )
}
