import type { QueryCard } from '@jieli/core'
import { useObject } from '../../../data/meta.ts'
import { fieldTypeOf, useConditionFields } from '../../../parts/condition-builder/condition-fields.ts'

/** Whether a key of the card is a date, whose values have an order of their own. */
export const useIsDated = (card: QueryCard): ((index: number) => boolean) => {
  const fields = useConditionFields(useObject(card.object))
  return (index) => {
    const field = fields.find(({ path }) => path === card.groupBy[index]?.field)?.field
    const kind = field && fieldTypeOf(field.type)?.valueType
    return kind === 'date' || kind === 'instant'
  }
}
