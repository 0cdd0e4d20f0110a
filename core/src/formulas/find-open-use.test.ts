import { describe, expect, test } from 'vitest'
import { call, children, field, literal } from './expression.ts'
import { findOpenUse } from './find-open-use.ts'
import type { FormulaFunction, FunctionRegistry } from './formula-function.ts'

const fn = (name: string, more: Partial<FormulaFunction> = {}): FormulaFunction => ({
  name,
  label: { 'zh-CN': name },
  params: [],
  returns: 'boolean',
  evaluate: () => null,
  sql: () => 'NULL',
  sentence: () => '',
  examples: [],
  ...more,
})
const functions: FunctionRegistry = {
  equals: fn('equals', { mayAskCovered: true }),
  isOneOf: fn('isOneOf', { mayAskCovered: true }),
  isEmpty: fn('isEmpty', { mayAskCovered: true }),
  startsWith: fn('startsWith'),
  and: fn('and'),
}
const isCovered = (path: string): boolean => path === 'phone'
const use = (expression: Parameters<typeof findOpenUse>[0]) => findOpenUse(expression, isCovered, functions)

describe('of a covered value', () => {
  test('it may be asked whether there is one, and whether it is one that the asker names', () => {
    expect(use(call('isEmpty', field('phone')))).toEqual({ open: undefined, named: [] })
    expect(use(call('equals', field('phone'), literal('+8613800138000')))).toEqual({
      open: undefined,
      named: ['+8613800138000'],
    })
    expect(use(call('and', call('isOneOf', field('phone'), literal(['a', 'b'])), field('name')))).toEqual({
      open: undefined,
      named: ['a', 'b'],
    })
  })

  test('no part of it is told: not itself, not its beginning, not by comparing it with another field', () => {
    for (const expression of [
      field('phone'),
      call('startsWith', field('phone'), literal('+861380')),
      call('equals', field('phone'), field('other')),
      call('equals', literal('+8613800138000'), field('phone')),
      call('and', literal(true), call('isEmpty', call('startsWith', field('phone'), literal('1')))),
      call('toString', field('phone')),
    ])
      expect(use(expression).open).toBe('phone')
  })

  test('other fields and what is asked of children are no matter here', () => {
    expect(use(call('startsWith', field('name'), literal('王')))).toEqual({ open: undefined, named: [] })
    expect(use(children('contact.lead', 'min', { of: field('phone') }))).toEqual({ open: undefined, named: [] })
  })
})
