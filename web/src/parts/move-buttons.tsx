import { ArrowDown, ArrowUp } from 'lucide-react'
import { adminMessages } from '../i18n/messages/admin-messages.ts'
import { useText } from '../i18n/use-text.ts'

interface MoveButtonsProps {
  /** Of what is moved, for who cannot see where the buttons stand. */
  name: string
  isFirst: boolean
  isLast: boolean
  onMove(step: 1 | -1): void
}

/** One place up or down in a list: what dragging does, for the keyboard and the screen reader. */
export function MoveButtons({ name, isFirst, isLast, onMove }: MoveButtonsProps) {
  const admin = useText(adminMessages)
  return (
    <>
      <button
        type="button"
        className="btn xs ghost icon"
        disabled={isFirst}
        aria-label={admin('moveUp', { name })}
        onClick={() => onMove(-1)}
      >
        <ArrowUp size={14} />
      </button>
      <button
        type="button"
        className="btn xs ghost icon"
        disabled={isLast}
        aria-label={admin('moveDown', { name })}
        onClick={() => onMove(1)}
      >
        <ArrowDown size={14} />
      </button>
    </>
  )
}
