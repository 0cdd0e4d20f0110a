import { X } from 'lucide-react'
import type { ReactNode } from 'react'
import { shellMessages } from '../../i18n/messages/shell-messages.ts'
import { useText } from '../../i18n/use-text.ts'
import { Dialog } from '../dialog/dialog.tsx'

interface DrawerProps {
  title: string
  /** Beside the title: chips, a version. */
  beside?: ReactNode
  /** Stays in sight below what scrolls: the buttons. */
  footer?: ReactNode
  isWide?: boolean
  onClose(): void
  children: ReactNode
}

/** A panel at the side over the page; the whole screen on a phone. Esc closes it. */
export function Drawer({ title, beside, footer, isWide = false, onClose, children }: DrawerProps) {
  const text = useText(shellMessages)
  return (
    <Dialog title={title} hidesTitle className={`dialog drawer${isWide ? ' wide' : ''}`} onClose={onClose}>
      <header className="drawer-head">
        <span className="h2 ell" aria-hidden="true">
          {title}
        </span>
        {beside}
        <span className="sp" />
        <button type="button" className="btn sm ghost icon" aria-label={text('close')} onClick={onClose}>
          <X size={16} />
        </button>
      </header>
      <div className="drawer-body">{children}</div>
      {footer && <div className="drawer-foot">{footer}</div>}
    </Dialog>
  )
}

/** One titled part of a drawer. */
export function DrawerPart({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="drawer-part">
      <h3>
        {title}
        {note !== undefined && <span className="count">{note}</span>}
      </h3>
      {children}
    </section>
  )
}
