import type { Expression, View } from '@jieli/core'
import { isComplete, toConditionTree, toExpression, type Condition } from '../condition-builder/condition-tree.ts'

/** What somebody changed about the view they look at and has not saved. */
export interface ListDraft {
  items?: Condition[]
  columns?: string[]
  sort?: View['sort']
}

const and = (expressions: Expression[]): Expression | undefined =>
  expressions.length > 1 ? { call: 'and', args: expressions } : expressions[0]

/** A view's condition as chips: what all must hold, one chip each; an 或 or a written part is one chip. */
export const itemsOf = (view: View | undefined): Condition[] => {
  const tree = toConditionTree(view?.where)
  return tree.join === 'and' || tree.items.length < 2 ? tree.items : [tree]
}

/** Chips that still wait for a value ask nothing. */
export const whereOf = (items: Condition[]): Expression | undefined =>
  toExpression({ kind: 'group', join: 'and', items: items.filter(isComplete) })

/** Everything that must hold: the chips, the figure one came from, the words searched for by other means. */
export const allOf = (...parts: (Expression | undefined)[]): Expression | undefined =>
  and(parts.filter((part): part is Expression => part !== undefined))

/** Unset, ascending, descending, unset: what pressing a column's head does. */
export const nextSort = (sort: View['sort'], field: string): View['sort'] => {
  const at = sort[0]?.field === field ? sort[0].direction : undefined
  if (at === 'desc') return []
  return [{ field, direction: at === 'asc' ? 'desc' : 'asc' }]
}
