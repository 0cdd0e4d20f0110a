import type { ReactNode } from 'react'
import { useDial, type Callable } from './use-dial.ts'

interface DialLinkProps {
  item: Callable
  className: string
  label?: string
  /** Called once the phone is dialling: the follow-up sheet opens behind the call. */
  onDial?(): void
  children: ReactNode
}

/** A button that calls the customer. Nothing to call, no button. */
export function DialLink({ item, className, label, onDial, children }: DialLinkProps) {
  const { dial, isAsking } = useDial()
  if (!item.phone) return null
  return (
    <button
      type="button"
      className={className}
      aria-label={label}
      disabled={isAsking}
      onClick={() => dial(item, () => onDial?.())}
    >
      {children}
    </button>
  )
}
