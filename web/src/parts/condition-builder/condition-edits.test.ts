import { expect, it } from 'vitest'
import { fieldMeta } from '../../data/meta.fixture.ts'
import { clauseFor, withClause, withInnerGroup, withItem, withOperator } from './condition-edits.ts'
import { operatorsOf, type ConditionField } from './condition-fields.ts'
import { emptyGroup, isComplete, type Clause } from './condition-tree.ts'

const field = fieldMeta('budget', { type: 'money', label: { 'zh-CN': '预算' } })
const budget: ConditionField = { path: 'budget', title: '预算', field, valueType: 'number' }
const clause: Clause = { kind: 'clause', field: 'budget', operator: 'greaterThan', operands: [100] }

it('begins with the usual comparison of the field, and is not complete before it has a value', () => {
  expect(clauseFor(budget)).toEqual({ kind: 'clause', field: 'budget', operator: operatorsOf(budget)[0], operands: [] })
  expect(isComplete(clauseFor(budget))).toBe(false)
  expect(isComplete(clauseFor(undefined))).toBe(false)
})

it('keeps the value where the other comparison takes one of the same kind', () => {
  expect(withOperator(clause, 'atMost').operands).toEqual([100])
  expect(withOperator(clause, 'between').operands).toEqual([])
  expect(withOperator(clause, 'isEmpty').operands).toEqual([])
})

it('changes one condition, or takes it out', () => {
  const group = withClause(withClause(emptyGroup(), budget), budget)
  expect(withItem(group, 1, clause).items).toEqual([clauseFor(budget), clause])
  expect(withItem(group, 0, null).items).toEqual([clauseFor(budget)])
})

it('joins a group within the other way', () => {
  const outer = withInnerGroup(emptyGroup('and'), budget)
  expect(outer.items).toEqual([{ kind: 'group', join: 'or', items: [clauseFor(budget)] }])
  expect(withInnerGroup(emptyGroup('or'), budget).items[0]).toMatchObject({ join: 'and' })
})
