import type { AssignmentRule } from '@jieli/core'
import { isComplete, toExpression, type Group } from '../../parts/condition-builder/condition-tree.ts'
import { strategyOf } from './rule-sentence.ts'

/** A rule with the condition that was drawn; nothing drawn: it holds for every lead, and says nothing of it. */
export const withCondition = (rule: AssignmentRule, tree: Group): AssignmentRule => {
  const { when: _before, ...rest } = rule
  const when = toExpression(tree)
  return when ? { ...rest, when } : rest
}

/** What still keeps a rule from being kept, the first thing first: a name, a condition half made, a way to choose half made. */
export type RuleProblem = 'name' | 'condition' | 'strategy'

export const problemOf = (rule: AssignmentRule, tree: Group): RuleProblem | null => {
  if (rule.label.trim() === '') return 'name'
  if (!isComplete(tree)) return 'condition'
  // A strategy that is not installed any more cannot be checked here; the server will say so.
  const settings = strategyOf(rule.strategy.name)?.settings
  return settings?.safeParse(rule.strategy.settings).success === false ? 'strategy' : null
}
