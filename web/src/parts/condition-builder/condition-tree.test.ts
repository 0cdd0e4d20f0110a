import { expect, test } from 'vitest'
import fc from 'fast-check'
import { evaluate, type Expression, type Value } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import {
  isComplete,
  operandKinds,
  toConditionTree,
  toExpression,
  type Clause,
  type Condition,
  type Group,
  type Operator,
} from './condition-tree.ts'

const field = fc.constantFrom('source', 'subject', 'budget', 'campus.city')
const scalar: fc.Arbitrary<Value> = fc.oneof(fc.string({ minLength: 1 }), fc.integer(), fc.boolean())
const operandsOf = (operator: Operator): fc.Arbitrary<Value[]> => {
  const kind = operandKinds[operator]
  if (kind === 'none') return fc.constant([])
  if (kind === 'many') return fc.array(scalar, { minLength: 1, maxLength: 4 }).map((list) => [list])
  return kind === 'two'
    ? fc.tuple(scalar, scalar)
    : (kind === 'days' ? fc.integer({ min: 1, max: 400 }) : scalar).map((value) => [value])
}
const clause: fc.Arbitrary<Clause> = fc
  .constantFrom(...(Object.keys(operandKinds) as Operator[]))
  .chain((operator) =>
    fc.record({ kind: fc.constant('clause' as const), field, operator: fc.constant(operator), operands: operandsOf(operator) }),
  )
const { group } = fc.letrec<{ group: Group; item: Condition }>((tie) => ({
  item: fc.oneof({ maxDepth: 3 }, clause, tie('group')),
  group: fc.record({
    kind: fc.constant('group' as const),
    join: fc.constantFrom('and' as const, 'or' as const),
    items: fc.array(tie('item'), { minLength: 2, maxLength: 4 }),
  }),
}))

test('what is drawn is read back as it was drawn', () => {
  fc.assert(
    fc.property(group, (tree) => {
      expect(toConditionTree(toExpression(tree))).toEqual(tree)
    }),
  )
})

const anyExpression: fc.Arbitrary<Expression> = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4 },
    field.map((path) => ({ call: 'isNotEmpty', args: [{ field: path }] })),
    fc.tuple(field, scalar).map(([path, value]) => ({ call: 'equals', args: [{ field: path }, { value }] })),
    fc.tuple(field, field).map(([one, other]) => ({ call: 'notEquals', args: [{ field: one }, { field: other }] })),
    tie('expression').map((inner) => ({ call: 'not', args: [inner] })),
    fc.record({ call: fc.constantFrom('and', 'or'), args: fc.array(tie('expression'), { maxLength: 3 }) }),
  ),
})).expression

const record: fc.Arbitrary<Record<string, Value>> = fc.dictionary(field, fc.oneof(scalar, fc.constant(null)))
const worth = (expression: Expression | undefined, values: Record<string, Value>): Value =>
  expression
    ? evaluate(expression, {
        functions: formulaFunctions,
        read: (path) => values[path],
        context: { now: '2026-11-21T00:00:00.000Z', timeZone: 'Asia/Shanghai', userId: null },
      })
    : true

test('opening a condition and saving it untouched never changes what it means, written ones included', () => {
  fc.assert(
    fc.property(anyExpression, record, (expression, values) => {
      expect(worth(toExpression(toConditionTree(expression)), values)).toBe(worth(expression, values))
    }),
  )
})

test('saving twice is saving once', () => {
  fc.assert(
    fc.property(anyExpression, (expression) => {
      const once = toExpression(toConditionTree(expression))
      expect(toExpression(toConditionTree(once))).toEqual(once)
    }),
  )
})

test('a comparison with another field is kept as written', () => {
  const written: Expression = { call: 'equals', args: [{ field: 'grade' }, { field: 'contact.grade' }] }
  expect(toConditionTree(written).items).toEqual([{ kind: 'written', expression: written }])
})

test('a clause without its value is incomplete, an empty condition is not', () => {
  expect(
    isComplete({
      kind: 'group',
      join: 'and',
      items: [{ kind: 'clause', field: 'source', operator: 'equals', operands: [''] }],
    }),
  ).toBe(false)
  expect(
    isComplete({
      kind: 'group',
      join: 'and',
      items: [{ kind: 'clause', field: 'source', operator: 'isOneOf', operands: [[]] }],
    }),
  ).toBe(false)
  expect(
    isComplete({ kind: 'group', join: 'and', items: [{ kind: 'clause', field: 'source', operator: 'isEmpty', operands: [] }] }),
  ).toBe(true)
  expect(isComplete(toConditionTree(undefined))).toBe(true)
  expect(toExpression(toConditionTree(undefined))).toBeUndefined()
})
