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

/** A button that opens a small box. Esc, a click or focus elsewhere closes it; focus goes back to the button. */
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
    const isElsewhere = (event: Event): boolean => !box.current?.contains(event.target as Node)
    const onElsewhere = (event: Event): void => {
      if (isElsewhere(event)) setOpen(false)
    }
    // Focus may have gone with what was pressed: Esc still means this box, not the page behind it.
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || !isElsewhere(event)) return
      event.stopPropagation()
      setOpen(false)
    }
    const controller = new AbortController()
    addEventListener('mousedown', onElsewhere, { signal: controller.signal })
    addEventListener('focusin', onElsewhere, { signal: controller.signal })
    addEventListener('keydown', onKeyDown, { signal: controller.signal, capture: true })
    return () => controller.abort()
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
