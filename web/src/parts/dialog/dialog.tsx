import { useEffect, useId, useRef, type ReactNode } from 'react'

interface DialogProps {
  title: string
  onClose(): void
  children: ReactNode
  className?: string
  /** The title is for screen readers only: the content shows its own. */
  hidesTitle?: boolean
}

/** The browser's own modal dialog: focus is kept inside, Esc closes, what was focused before is focused after. */
export function Dialog({ title, onClose, children, className = 'dialog', hidesTitle = false }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    const element = dialog.current
    element?.showModal()
    return () => element?.close()
  }, [])
  return (
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onKeyDown={(event) => event.stopPropagation()}
      onMouseDown={(event) => event.target === dialog.current && onClose()}
    >
      <h2 id={titleId} className={hidesTitle ? 'sr' : ''}>
        {title}
      </h2>
      {children}
    </dialog>
  )
}
