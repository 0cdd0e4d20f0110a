import { operatorsOf, type ConditionField } from './condition-fields.ts'
import { emptyGroup, operandKinds, type Clause, type Condition, type Group, type Operator } from './condition-tree.ts'

/** A clause about a field with its usual comparison, still without a value. Without a field it waits for one. */
export const clauseFor = (field: ConditionField | undefined): Clause => ({
  kind: 'clause',
  field: field?.path ?? '',
  operator: field ? (operatorsOf(field)[0] ?? 'isNotEmpty') : 'isNotEmpty',
  operands: [],
})

/** The same clause by another comparison; what was typed stays where the new one takes values of the same kind. */
export const withOperator = (clause: Clause, operator: Operator): Clause => ({
  ...clause,
  operator,
  operands: operandKinds[operator] === operandKinds[clause.operator] ? clause.operands : [],
})

/** The group with one of its conditions changed, or taken out (null). */
export const withItem = (group: Group, index: number, next: Condition | null): Group => ({
  ...group,
  items: group.items.flatMap((item, at) => (at === index ? (next ?? []) : item)),
})

export const withClause = (group: Group, field: ConditionField | undefined): Group => ({
  ...group,
  items: [...group.items, clauseFor(field)],
})

/** A group within is there to say 或 among 且, or the other way round: it begins with the other join. */
export const withInnerGroup = (group: Group, field: ConditionField | undefined): Group => ({
  ...group,
  items: [...group.items, withClause(emptyGroup(group.join === 'and' ? 'or' : 'and'), field)],
})
