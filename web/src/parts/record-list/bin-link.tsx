import { Link } from '@tanstack/react-router'
import { Trash2 } from 'lucide-react'
import { accessMessages } from '../../i18n/messages/access-messages.ts'
import { useText } from '../../i18n/use-text.ts'

/** To what was deleted of this object; for those who may delete of it. */
export function BinLink({ object }: { object: string }) {
  const text = useText(accessMessages)
  return (
    <Link to="/objects/$object/bin" params={{ object }} className="btn ghost icon" aria-label={text('bin')} title={text('bin')}>
      <Trash2 size={16} aria-hidden="true" />
    </Link>
  )
}
