import { useReveal } from '../../data/leads.ts'
import type { TodayItem } from '../../data/today.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

export type Callable = Pick<TodayItem, 'leadId' | 'phone'>

/** Dials. The list has covers only: the number is asked for first, which is written down and may be refused. */
export const useDial = () => {
  const reveal = useReveal()
  const call = (number: string, onDial: () => void): void => {
    location.assign(`tel:${number}`)
    onDial()
  }
  const dial = ({ leadId }: Callable, onDial: () => void): void =>
    reveal.mutate(
      { id: leadId, field: 'phone' },
      {
        onSuccess: ({ value }) => call(value, onDial),
        onError: showFailure,
      },
    )
  return { dial, isAsking: reveal.isPending }
}
