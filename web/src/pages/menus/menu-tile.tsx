import { useDraggable, useDroppable } from '@dnd-kit/core'
import { GripVertical, X } from 'lucide-react'
import type { MenuItem } from '@jieli/core'
import { menusMessages } from '../../i18n/messages/menus-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { keyOfItem } from '../../parts/app-shell/menu-entries.ts'
import { useEntryOf } from '../../parts/app-shell/use-nav.ts'

interface MenuTileProps {
  item: MenuItem
  /** Where something dropped on this tile goes: `group index`. Absent: in the palette. */
  dropId?: string
  onPress?(): void
  onStep?(step: 1 | -1): void
  onTakeOff?(): void
}

/** An entry as a tile: dragged, or moved with the arrow keys; Delete takes it off the menu. */
export function MenuTile({ item, dropId, onPress, onStep, onTakeOff }: MenuTileProps) {
  const text = useText(menusMessages)
  const entry = useEntryOf()(item)
  const key = keyOfItem(item)
  const { setNodeRef, listeners, isDragging } = useDraggable({ id: key })
  const { setNodeRef: setDropRef, isOver } = useDroppable({ id: dropId ?? `palette ${key}`, disabled: dropId === undefined })
  const name = entry?.title ?? key.split(' ').at(-1) ?? ''
  const onKeyDown = (event: React.KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : undefined
    if (step !== undefined && onStep) {
      event.preventDefault()
      onStep(step)
    }
    if ((event.key === 'Delete' || event.key === 'Backspace') && onTakeOff) onTakeOff()
  }
  return (
    <div ref={setDropRef} className={['tile', isDragging ? 'dragged' : '', isOver ? 'over' : ''].join(' ')}>
      <div ref={setNodeRef} className="tile-face" {...listeners}>
        <GripVertical size={14} className="t3" aria-hidden="true" />
        {entry && <entry.icon size={16} className="t3" aria-hidden="true" />}
        <button type="button" className="tile-name ell" onClick={onPress} onKeyDown={onKeyDown}>
          {name}
        </button>
        {!entry && <span className="t3 f12 ell">{text('unknown')}</span>}
      </div>
      {onTakeOff && (
        <button type="button" className="btn xs ghost icon" aria-label={text('takeOff', { name })} onClick={onTakeOff}>
          <X size={12} />
        </button>
      )}
    </div>
  )
}
