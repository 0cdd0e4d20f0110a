import { useState } from 'react'
import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import type { Menu, MenuItem } from '@jieli/core'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { useEntryOf } from '../../parts/app-shell/use-nav.ts'
import { placeItem } from './menu-draft.ts'
import { MenuGroups } from './menu-groups.tsx'
import { MenuPalette, PALETTE, useAllItems } from './menu-palette.tsx'
import { MenuSettings } from './menu-settings.tsx'

/** Palette, menu and settings side by side; entries are dragged, or moved by keyboard. */
export function MenuEditor({ menu, onChange }: { menu: Menu; onChange(next: Menu): void }) {
  const entryOf = useEntryOf()
  const [dragged, setDragged] = useState<MenuItem | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const items = [...menu.groups.flatMap((group) => group.items), ...useAllItems()]
  const itemOf = (key: string | number): MenuItem | undefined => items.find((item) => keyOfItem(item) === key)
  const drop = ({ active, over }: DragEndEvent): void => {
    setDragged(null)
    const item = itemOf(active.id)
    if (!over || !item) return
    if (over.id === PALETTE) return onChange(placeItem(menu, item, null))
    const [group = '', index] = String(over.id).split(' ')
    if (index !== undefined) onChange(placeItem(menu, item, { group, index: Number(index) }))
  }
  const add = (item: MenuItem): void => {
    const last = menu.groups.at(-1)
    if (last) onChange(placeItem(menu, item, { group: last.id, index: last.items.length }))
  }
  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setDragged(itemOf(active.id) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div className="layout-editor menu-editor">
        <MenuPalette menu={menu} onAdd={add} />
        <div className="layout-page menu-page">
          <MenuGroups menu={menu} onChange={onChange} />
        </div>
        <aside className="layout-settings">
          <MenuSettings menu={menu} onChange={onChange} />
        </aside>
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && <div className="tile tile-face tile-held">{entryOf(dragged)?.title}</div>}
      </DragOverlay>
    </DndContext>
  )
}
