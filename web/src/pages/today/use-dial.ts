import { ApiError } from '../../data/api-error.ts'
import { useReveal } from '../../data/leads.ts'
import type { TodayItem } from '../../data/today.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

export type Callable = Pick<TodayItem, 'leadId' | 'phone'>

/** Dials. The number is asked for first: who reads one is written down, and may be refused. */
export const useDial = () => {
  const reveal = useReveal()
  const call = (number: string, onDial: () => void): void => {
    location.assign(`tel:${number}`)
    onDial()
  }
  const dial = ({ leadId, phone }: Callable, onDial: () => void): void =>
    reveal.mutate(
      { id: leadId, field: 'phone' },
      {
        onSuccess: ({ value }) => call(value, onDial),
        // A customer who waits is not left waiting for a network, where the number is at hand anyway.
        onError: (error) =>
          error instanceof ApiError && error.isOffline && !phone.includes('*') ? call(phone, onDial) : showFailure(error),
      },
    )
  return { dial, isAsking: reveal.isPending }
}
