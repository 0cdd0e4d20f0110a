import { useDroppable } from '@dnd-kit/core'
import { ArrowDown, ArrowUp, History, List, X } from 'lucide-react'
import type { Layout, LayoutPart, LayoutSection } from '@jieli/core'
import { fieldOf, useMeta } from '../../data/meta.ts'
import type { ObjectMeta } from '../../data/meta-shapes.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { FieldTile } from './field-tile.tsx'
import { changePart, placeField, stepField, stepPart } from './layout-draft.ts'

/** What is being changed at the side: a field or a part, by its name or id. */
export type Chosen = { field: string } | { part: string } | null

export interface CanvasProps {
  layout: Layout
  object: ObjectMeta
  tabId: string
  chosen: Chosen
  onChoose(chosen: Chosen): void
  onChange(next: Layout): void
}

/** The page as it will be, in tiles. */
export function LayoutCanvas({ tabId, ...around }: CanvasProps) {
  const tab = around.layout.tabs.find(({ id }) => id === tabId)
  return (
    <div className="canvas">
      {tab?.parts.map((part) => (
        <PartCard key={part.id} part={part} {...around} />
      ))}
    </div>
  )
}

type Around = Omit<CanvasProps, 'tabId'>

function PartCard({ part, ...around }: Around & { part: LayoutPart }) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { objects } = useMeta()
  const { layout, chosen, onChange, onChoose } = around
  const isChosen = chosen !== null && 'part' in chosen && chosen.part === part.id
  const related = part.kind === 'related' ? objects.find(({ name }) => name === part.object) : undefined
  const name =
    part.kind === 'section'
      ? label(part.label)
      : part.kind === 'timeline'
        ? text('timeline')
        : label(part.label ?? related?.label ?? { 'zh-CN': part.object })
  return (
    <section className={`card canvas-part${isChosen ? ' chosen' : ''}`} aria-label={name}>
      <header>
        {part.kind === 'related' && <List size={14} className="t3" aria-hidden="true" />}
        {part.kind === 'timeline' && <History size={14} className="t3" aria-hidden="true" />}
        <button type="button" className="canvas-name ell" aria-pressed={isChosen} onClick={() => onChoose({ part: part.id })}>
          {name}
        </button>
        <span className="t3 f12">{text(part.kind)}</span>
        <span className="sp" />
        {([-1, 1] as const).map((step) => (
          <button
            key={step}
            type="button"
            className="btn xs ghost icon"
            aria-label={`${text(step < 0 ? 'up' : 'down')} ${name}`}
            onClick={() => onChange(stepPart(layout, part.id, step))}
          >
            {step < 0 ? <ArrowUp size={14} /> : <ArrowDown size={14} />}
          </button>
        ))}
        <button
          type="button"
          className="btn xs ghost icon"
          aria-label={`${text('removePart')} ${name}`}
          onClick={() => onChange(changePart(layout, part.id, () => null))}
        >
          <X size={14} />
        </button>
      </header>
      {part.kind === 'section' && <SectionTiles section={part} {...around} />}
    </section>
  )
}

function SectionTiles({ section, layout, object, chosen, onChange, onChoose }: Around & { section: LayoutSection }) {
  const text = useText(layoutsMessages)
  const { setNodeRef, isOver } = useDroppable({ id: `${section.id} ${section.fields.length}` })
  const placed = section.fields.flatMap((one, index) => {
    const field = fieldOf(object, one.field)
    return field ? [{ field, one, index }] : []
  })
  return (
    <div className="tiles" data-columns={section.columns}>
      {placed.map(({ field, one, index }) => (
        <FieldTile
          key={field.name}
          field={field}
          placed={one}
          dropId={`${section.id} ${index}`}
          isChosen={chosen !== null && 'field' in chosen && chosen.field === field.name}
          onChoose={() => onChoose({ field: field.name })}
          onStep={(step) => onChange(stepField(layout, field.name, step))}
          onTakeOff={() => onChange(placeField(layout, field.name, null))}
        />
      ))}
      <div ref={setNodeRef} className={`tile-end${isOver ? ' over' : ''}`}>
        {placed.length === 0 ? text('dropHere') : ''}
      </div>
    </div>
  )
}
