import { useState } from 'react'
import type { CrmRecord } from '@jieli/core'
import { useReveal } from '../../data/leads.ts'
import { showFailure } from '../../parts/toast/toast-store.ts'

export interface PhoneShown {
  /** As it may be shown now; '' when there is none. */
  text: string
  isMasked: boolean
  /** Gives the whole number to `then`; asks the server, which logs it, when it is masked. */
  withNumber(then: (value: string) => void): void
}

export const usePhone = (record: CrmRecord): PhoneShown => {
  const reveal = useReveal()
  const [shown, setShown] = useState<{ id: string; value: string } | null>(null)
  const stored = String(record.values['phone'] ?? '')
  const value = shown?.id === record.id ? shown.value : stored
  const isMasked = value.includes('*')
  return {
    text: value.replace(/^\+86/u, ''),
    isMasked,
    withNumber: (then) => {
      if (!isMasked) return then(value)
      reveal.mutate(
        { id: record.id, field: 'phone' },
        {
          onSuccess: (answer) => {
            setShown({ id: record.id, value: answer.value })
            then(answer.value)
          },
          onError: showFailure,
        },
      )
    },
  }
}
