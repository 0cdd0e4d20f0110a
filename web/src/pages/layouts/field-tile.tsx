import { useDraggable, useDroppable } from '@dnd-kit/core'
import { Eye, GripVertical, X } from 'lucide-react'
import type { PlacedField } from '@jieli/core'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { layoutsMessages } from '../../i18n/messages/layouts-messages.ts'
import { useLabel, useText } from '../../i18n/use-text.ts'
import { TypeIcon } from '../objects/type-cards.tsx'

interface FieldTileProps {
  field: FieldMeta
  /** Absent: in the palette. */
  placed?: PlacedField
  /** Where something dropped on this tile goes: `part index`. */
  dropId?: string
  isChosen?: boolean
  onChoose(): void
  onStep?(step: 1 | -1): void
  onTakeOff?(): void
}

/** A field as a tile: dragged, or moved with the arrow keys; Delete takes it off the page. */
export function FieldTile({ field, placed, dropId, isChosen = false, onChoose, onStep, onTakeOff }: FieldTileProps) {
  const text = useText(layoutsMessages)
  const label = useLabel()
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: field.name })
  const { setNodeRef: setDropRef, isOver } = useDroppable({
    id: dropId ?? `palette ${field.name}`,
    disabled: dropId === undefined,
  })
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    if (step !== undefined && onStep) {
      event.preventDefault()
      onStep(step)
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && onTakeOff) onTakeOff()
  }
  return (
    <div
      ref={setDropRef}
      className={[
        'tile',
        placed?.wide ? 'wide' : '',
        isChosen ? 'chosen' : '',
        isDragging ? 'dragged' : '',
        isOver ? 'over' : '',
      ].join(' ')}
    >
      <div ref={setNodeRef} className="tile-face" {...listeners}>
        <GripVertical size={14} className="t3" aria-hidden="true" />
        <button type="button" className="tile-name ell" aria-pressed={isChosen} onClick={onChoose} onKeyDown={onKeyDown}>
          {label(field.label)}
        </button>
        {placed?.showWhen && <Eye size={12} className="t3" aria-label={text('conditional')} />}
        <span className="t3">
          <TypeIcon type={field.type} />
        </span>
      </div>
      {onTakeOff && (
        <button
          type="button"
          className="btn xs ghost icon"
          aria-label={text('takeOff', { name: label(field.label) })}
          onClick={onTakeOff}
        >
          <X size={12} />
        </button>
      )}
    </div>
  )
}
