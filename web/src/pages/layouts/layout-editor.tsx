import { useState } from 'react'
import { DndContext, DragOverlay, PointerSensor, useSensor, useSensors, type DragEndEvent } from '@dnd-kit/core'
import { History, List, Plus } from 'lucide-react'
import type { Layout } from '@jieli/core'
import { fieldOf, useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { PopoverMenu } from '../../parts/dialog/popover-menu.tsx'
import { relatedTo } from '../record/field-sections.ts'
import { LayoutCanvas, type Chosen } from './layout-canvas.tsx'
import { addPart, newRelated, newSection, placeField, sectionsOf } from './layout-draft.ts'
import { LayoutPalette, PALETTE } from './layout-palette.tsx'
import { LayoutSettings } from './layout-settings.tsx'
import { TabStrip } from './tab-strip.tsx'

interface EditorProps {
  layout: Layout
  object: ObjectMeta
  onChange(next: Layout): void
}

/** Palette, page and settings side by side; fields are dragged, or moved by keyboard. */
export function LayoutEditor({ layout, object, onChange }: EditorProps) {
  const label = useLabel()
  const [chosenTab, setTab] = useState(layout.tabs[0]?.id ?? '')
  const [chosen, setChosen] = useState<Chosen>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  const sensors = useSensors(useSensor(PointerSensor, { activationConstraint: { distance: 4 } }))
  const tabId = layout.tabs.some(({ id }) => id === chosenTab) ? chosenTab : (layout.tabs[0]?.id ?? '')
  const drop = ({ active, over }: DragEndEvent): void => {
    setDragged(null)
    if (!over) return
    const [part = '', index] = String(over.id).split(' ')
    if (over.id === PALETTE) onChange(placeField(layout, String(active.id), null))
    else if (index !== undefined) onChange(placeField(layout, String(active.id), { part, index: Number(index) }))
  }
  const place = (field: string): void => {
    const inTab = layout.tabs.find(({ id }) => id === tabId)?.parts.find((part) => part.kind === 'section')
    const section = inTab ?? sectionsOf(layout)[0]
    if (section?.kind !== 'section') return
    onChange(placeField(layout, field, { part: section.id, index: section.fields.length }))
    setChosen({ field })
  }
  return (
    <DndContext
      sensors={sensors}
      onDragStart={({ active }) => setDragged(String(active.id))}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div className="layout-editor">
        <LayoutPalette layout={layout} object={object} onPlace={place} />
        <div className="layout-page">
          <TabStrip
            layout={layout}
            current={tabId}
            onGo={(tab) => {
              setTab(tab)
              setChosen(null)
            }}
            onChange={onChange}
          />
          <LayoutCanvas
            layout={layout}
            object={object}
            tabId={tabId}
            chosen={chosen}
            onChoose={setChosen}
            onChange={onChange}
          />
          <AddPart layout={layout} object={object} tabId={tabId} onChange={onChange} />
        </div>
        <aside className="layout-settings">
          <LayoutSettings layout={layout} object={object} chosen={chosen} onChange={onChange} />
        </aside>
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged && (
          <div className="tile tile-face tile-held">{label(fieldOf(object, dragged)?.label ?? { 'zh-CN': dragged })}</div>
        )}
      </DragOverlay>
    </DndContext>
  )
}

function AddPart({ layout, object, tabId, onChange }: EditorProps & { tabId: string }) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const related = relatedTo(object.name, objects)
  const add = (part: Layout['tabs'][number]['parts'][number]): void => onChange(addPart(layout, tabId, part))
  return (
    <div className="row g8 wrap">
      <button type="button" className="btn sm" onClick={() => add(newSection({ 'zh-CN': text('newSection') }))}>
        <Plus size={14} aria-hidden="true" />
        {text('addSection')}
      </button>
      {related.length > 0 && (
        <PopoverMenu
          label={text('addRelated')}
          triggerClass="btn sm"
          trigger={
            <>
              <List size={14} aria-hidden="true" />
              {text('addRelated')}
            </>
          }
        >
          {(close) => (
            <div className="menu-list">
              {related.map(({ object: one, by }) => (
                <button
                  key={one.name}
                  type="button"
                  className="menu-item"
                  onClick={() => {
                    add(newRelated(one.name, by.name))
                    close()
                  }}
                >
                  {label(one.label)}
                </button>
              ))}
            </div>
          )}
        </PopoverMenu>
      )}
      <button type="button" className="btn sm" onClick={() => add({ kind: 'timeline', id: crypto.randomUUID().slice(0, 8) })}>
        <History size={14} aria-hidden="true" />
        {text('addTimeline')}
      </button>
    </div>
  )
}
