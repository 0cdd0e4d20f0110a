import type { Expression, View } from '@jieli/core'

/** What was chosen for one field: any of these values. */
export interface LeadFilter {
  field: string
  values: string[]
}

const clauseOf = ({ field, values }: LeadFilter): Expression => ({ call: 'isOneOf', args: [{ field }, { value: values }] })

/** The view's own condition and every filter, all of which must hold. */
export const conditionOf = (view: View | undefined, filters: LeadFilter[]): Expression | undefined => {
  const clauses = [...(view?.where ? [view.where] : []), ...filters.filter(({ values }) => values.length > 0).map(clauseOf)]
  return clauses.length < 2 ? clauses[0] : { call: 'and', args: clauses }
}
