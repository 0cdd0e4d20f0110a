import { useState } from 'react'
import type { FieldTools } from '@jieli/extensions/kit/field-type-for-web'
import { useReveal } from '../../data/leads.ts'
import { showFailure } from '../toast/toast-store.ts'

/** The whole of a covered value of one lead: asked of the server once, which writes down who read it. */
export const useRevealed = (leadId: string, field: string, tools: FieldTools) => {
  const reveal = useReveal()
  const [shown, setShown] = useState<{ of: string; value: string } | null>(null)
  const value = shown?.of === leadId ? shown.value : null
  const ask = (then: (value: string) => void): void => {
    if (value !== null) return then(value)
    reveal.mutate(
      { id: leadId, field },
      {
        onSuccess: (answer) => {
          setShown({ of: leadId, value: answer.value })
          then(answer.value)
        },
        onError: showFailure,
      },
    )
  }
  return { value, ask, isAsking: reveal.isPending, tools }
}
