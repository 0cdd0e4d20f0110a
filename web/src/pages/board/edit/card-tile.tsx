import { useSortable } from '@dnd-kit/sortable'
import { GripVertical, PencilLine, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import type { BoardCard } from '@jieli/core'
import { boardEditorMessages } from '../../../i18n/messages/board-editor-messages.ts'
import { useText } from '../../../i18n/use-text.ts'

interface CardTileProps {
  card: BoardCard
  title: string
  onSpan(span: BoardCard['span']): void
  /** Absent: parts of the cockpit are as they are. */
  onEdit?: (() => void) | undefined
  onRemove(): void
  children: ReactNode
}

/** A card while the board is edited: what it shows, and what can be done with it. The handle takes mouse, finger and keyboard. */
export function CardTile({ card, title, onSpan, onEdit, onRemove, children }: CardTileProps) {
  const text = useText(boardEditorMessages)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useSortable({ id: card.id, data: { title } })
  return (
    <div
      ref={setNodeRef}
      className={`board-tile span-${card.span}${isDragging ? ' held' : ''}`}
      role="group"
      aria-label={title}
    >
      <div className="board-tile-tools">
        <button
          type="button"
          ref={setActivatorNodeRef}
          className="btn sm ghost icon board-grip"
          {...attributes}
          {...listeners}
          aria-label={text('move', { title })}
        >
          <GripVertical size={16} aria-hidden="true" />
        </button>
        <span className="b ell">{title}</span>
        <span className="sp" />
        <div className="seg board-spans" role="radiogroup" aria-label={text('width', { title })}>
          {([1, 2, 3] as const).map((span) => (
            <button
              key={span}
              type="button"
              role="radio"
              aria-checked={card.span === span}
              aria-label={text('columns', { n: span })}
              onClick={() => onSpan(span)}
            >
              {span}
            </button>
          ))}
        </div>
        {onEdit && (
          <button type="button" className="btn sm ghost icon" aria-label={text('editCard', { title })} onClick={onEdit}>
            <PencilLine size={14} aria-hidden="true" />
          </button>
        )}
        <button type="button" className="btn sm ghost icon" aria-label={text('removeCard', { title })} onClick={onRemove}>
          <Trash2 size={14} aria-hidden="true" />
        </button>
      </div>
      <div className="board-tile-body" inert>
        {children}
      </div>
    </div>
  )
}
