import { useState } from 'react'
import { useDroppable } from '@dnd-kit/core'
import { Search } from 'lucide-react'
import type { Layout } from '@jieli/core'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldTile } from './field-tile.tsx'
import { unplaced } from './layout-draft.ts'

export const PALETTE = 'palette'

/** Fields that stand nowhere yet; what is dropped here leaves the page. */
export function LayoutPalette({
  layout,
  object,
  onPlace,
}: {
  layout: Layout
  object: ObjectMeta
  onPlace(field: string): void
}) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const [search, setSearch] = useState('')
  const { setNodeRef, isOver } = useDroppable({ id: PALETTE })
  const free = unplaced(layout, object)
  const found = free.filter((field) => `${label(field.label)}${field.name}`.toLowerCase().includes(search.trim().toLowerCase()))
  return (
    <section ref={setNodeRef} className={`palette${isOver ? ' over' : ''}`} aria-label={text('palette')}>
      <h2 className="h2">
        {text('palette')} <span className="count">{free.length}</span>
      </h2>
      {free.length > 8 && (
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
      )}
      <p className="hint">{text(free.length === 0 ? 'paletteEmpty' : 'paletteHint')}</p>
      {found.map((field) => (
        <FieldTile key={field.name} field={field} onChoose={() => onPlace(field.name)} />
      ))}
    </section>
  )
}
