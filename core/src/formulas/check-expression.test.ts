import { expect, test } from 'vitest'
import { checkExpression } from './check-expression.ts'
import { call, field, literal } from './expression.ts'
import type { FormulaFunction, FunctionRegistry } from './formula-function.ts'

const contains: FormulaFunction = {
  name: 'contains',
  label: { 'zh-CN': '包含', en: 'contains' },
  params: [
    { name: 'text', type: 'text' },
    { name: 'part', type: 'text' },
  ],
  returns: 'boolean',
  evaluate: () => false,
  sql: () => 'FALSE',
  sentence: () => '',
  examples: [],
}
const functions: FunctionRegistry = { contains }
const check = (expression: Parameters<typeof checkExpression>[0], expects?: 'boolean' | 'number') =>
  checkExpression(expression, {
    functions,
    typeOf: (path) => (path === 'name' ? 'text' : path === 'amount' ? 'number' : undefined),
    ...(expects ? { expects } : {}),
  })

test('a sound condition has no issues and names the fields that must be authorised', () => {
  expect(check(call('contains', field('name'), literal('王')), 'boolean')).toEqual({
    type: 'boolean',
    issues: [],
    fields: ['name'],
  })
})

test('what is wrong is told by where it stands', () => {
  expect(check(call('contains', field('gone'), field('amount')), 'boolean').issues).toMatchObject([
    { path: 'args.0', code: 'unknown-field' },
    { path: 'args.1', code: 'type-mismatch' },
  ])
})

test('the wrong whole is told only when its parts are right: one fault is said once', () => {
  expect(check(field('name'), 'boolean').issues).toMatchObject([{ path: '', code: 'type-mismatch' }])
  expect(check(field('gone'), 'boolean').issues).toHaveLength(1)
})

test('a function is not found among what every object has', () => {
  expect(check(call('toString')).issues).toMatchObject([{ code: 'unknown-function' }])
})
