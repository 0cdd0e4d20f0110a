import { useEffect, useRef, useState, type ReactNode } from 'react'

interface PopoverMenuProps {
  /** The button's content. */
  trigger: ReactNode
  triggerClass?: string
  label: string
  align?: 'start' | 'end'
  opensUp?: boolean
  children: (close: () => void) => ReactNode
}

/** A button that opens a small box. Esc or a click elsewhere closes it; focus goes back to the button. */
export function PopoverMenu({
  trigger,
  triggerClass = 'btn sm ghost',
  label,
  align = 'start',
  opensUp = false,
  children,
}: PopoverMenuProps) {
  const [isOpen, setOpen] = useState(false)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!isOpen) return
    const onDown = (event: MouseEvent): void => {
      if (!box.current?.contains(event.target as Node)) setOpen(false)
    }
    addEventListener('mousedown', onDown)
    return () => removeEventListener('mousedown', onDown)
  }, [isOpen])
  const close = (): void => setOpen(false)
  return (
    <div
      className="pop"
      ref={box}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) {
          event.stopPropagation()
          event.currentTarget.querySelector('button')?.focus()
          close()
        }
      }}
    >
      <button type="button" className={triggerClass} aria-label={label} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {trigger}
      </button>
      {isOpen && <div className={`menu ${align} ${opensUp ? 'up' : ''}`}>{children(close)}</div>}
    </div>
  )
}
