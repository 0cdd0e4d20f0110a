import { expect, test } from 'vitest'
import { besideAt } from './field-beside.ts'
import type { FormulaFunction } from './formula-function.ts'

const fn = (params: FormulaFunction['params'], returns: FormulaFunction['returns'] = 'boolean'): FormulaFunction => ({
  name: 'f',
  label: { 'zh-CN': '甲' },
  params,
  returns,
  evaluate: () => null,
  sql: () => 'NULL',
  sentence: () => '',
  examples: [],
})
const any = { name: 'a', type: 'any' } as const

test('a literal is a value of the field it shares a type with', () => {
  expect(besideAt(1, { paths: ['source', undefined], fn: fn([any, any]) })).toBe('source')
  expect(besideAt(1, { paths: ['createdAt', undefined], fn: fn([any, { name: 'days', type: 'number' }]) })).toBeUndefined()
})

test('groups do not mix: the results of a look-up are not values of the field looked at', () => {
  const lookUp = fn(
    [
      { ...any, group: 'case' },
      { ...any, group: 'case', rest: true },
      { ...any, rest: true },
    ],
    'any',
  )
  expect(besideAt(1, { paths: ['source', undefined, undefined], fn: lookUp })).toBe('source')
  expect(besideAt(2, { paths: ['source', undefined, undefined], fn: lookUp })).toBeUndefined()
  expect(besideAt(2, { paths: ['source', undefined, undefined], fn: lookUp, inherited: 'subject' })).toBe('subject')
})
