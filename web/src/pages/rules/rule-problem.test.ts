import { expect, test } from 'vitest'
import { assignmentRuleSchema, call, field, literal, type AssignmentRule } from '@jieli/core'
import { emptyGroup, toConditionTree, type Group } from '../../parts/condition-builder/condition-tree.ts'
import { problemOf, withCondition } from './rule-problem.ts'

const rule = (more: object = {}): AssignmentRule =>
  assignmentRuleSchema.parse({ id: 'r', label: '规则', order: 1, pool: {}, strategy: { name: 'round-robin' }, ...more })
const when = call('equals', field('source'), literal('douyin'))
const half: Group = {
  kind: 'group',
  join: 'and',
  items: [{ kind: 'clause', field: 'source', operator: 'equals', operands: [] }],
}

test('the drawn condition takes the place of the one before; none at all leaves no trace', () => {
  expect(withCondition(rule(), toConditionTree(when)).when).toEqual(when)
  expect(withCondition(rule({ when }), emptyGroup())).not.toHaveProperty('when')
})

test('a rule is kept when it has a name, a whole condition and somebody to give leads to', () => {
  const toOne = { strategy: { name: 'fixed-person', settings: { userId: '' } } }
  expect(problemOf(rule(), toConditionTree(when))).toBeNull()
  expect(problemOf(rule(), half)).toBe('condition')
  expect(problemOf(rule({ strategy: { name: 'fixed-person' } }), emptyGroup())).toBe('strategy')
  expect(problemOf({ ...rule(toOne), label: ' ' }, half)).toBe('name')
})

test('a strategy that nobody knows here is left to the server', () =>
  expect(problemOf(rule({ strategy: { name: 'gone', settings: { any: 1 } } }), emptyGroup())).toBeNull())
