import type { Value } from '@jieli/core'
import { useReveal } from '../../data/leads.ts'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { showFailure } from '../toast/toast-store.ts'

/**
 * Gives the value of a field to `then`. One that came covered is asked of the server first, which writes down who read it:
 * a cover is nothing to go on typing from.
 */
export const useUncovered = (record: { object: string; id: string }) => {
  const reveal = useReveal()
  return (field: FieldMeta, value: Value | undefined, then: (value: Value) => void): void => {
    if (!field.covered || (value ?? '') === '') return then(value ?? null)
    reveal.mutate(
      { object: record.object, id: record.id, field: field.name },
      { onSuccess: (answer) => then(answer.value), onError: showFailure },
    )
  }
}
