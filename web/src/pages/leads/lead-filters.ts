import type { Expression, View } from '@jieli/core'

/** What was chosen for one field: any of these values. */
export interface LeadFilter {
  field: string
  values: string[]
}

const clauseOf = ({ field, values }: LeadFilter): Expression => ({ call: 'isOneOf', args: [{ field }, { value: values }] })

/** The view's own condition, every filter and the condition of a figure one came from: all must hold. */
export const conditionOf = (view: View | undefined, filters: LeadFilter[], behind?: Expression): Expression | undefined => {
  const clauses = [...(view?.where ? [view.where] : []), ...(behind ? [behind] : []), ...filters.filter(({ values }) => values.length > 0).map(clauseOf)]
  return clauses.length < 2 ? clauses[0] : { call: 'and', args: clauses }
}
