import type { ReactNode } from 'react'
import { useReveal } from '../../data/leads.ts'
import type { TodayItem } from '../../data/today.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

interface DialLinkProps {
  item: Pick<TodayItem, 'leadId' | 'phone'>
  className: string
  label?: string
  /** Called once the phone is dialling: the follow-up sheet opens behind the call. */
  onDial?(): void
  children: ReactNode
}

/** Dials. A masked number is asked for first, which the server logs and may refuse. */
export function DialLink({ item, className, label, onDial, children }: DialLinkProps) {
  const reveal = useReveal()
  const dial = (phone: string): void => {
    location.assign(`tel:${phone}`)
    onDial?.()
  }
  const start = (): void => {
    if (!item.phone.includes('*')) return dial(item.phone)
    reveal.mutate({ leadId: item.leadId, field: 'phone' }, { onSuccess: ({ value }) => dial(value), onError: showFailure })
  }
  return (
    <button type="button" className={className} aria-label={label} disabled={reveal.isPending} onClick={start}>
      {children}
    </button>
  )
}
