import { expect, it } from 'vitest'
import { call, field, literal } from '../expression.ts'
import type { FormulaFunction } from '../formula-function.ts'
import { asPoints, asShare, isComparedAsKept, sharedField } from './shares.ts'

const fn = (returns: FormulaFunction['returns'], type: FormulaFunction['params'][number]['type']): FormulaFunction => ({
  name: 'f',
  label: { 'zh-CN': 'f' },
  params: [{ name: 'a', type, rest: true }],
  returns,
  evaluate: () => null,
  sql: () => 'NULL',
  sentence: () => '',
  examples: [],
})

it('compares what is kept only with constants and with its like', () => {
  const compare = fn('boolean', 'any')
  expect(isComparedAsKept(compare, 0, ['share-field', 'literal'])).toBe(true)
  expect(isComparedAsKept(compare, 1, ['share-field', 'share-field'])).toBe(true)
  expect(isComparedAsKept(compare, 0, ['share-field', 'other'])).toBe(false)
  expect(isComparedAsKept(fn('number', 'number'), 0, ['share-field', 'literal'])).toBe(false)
  expect(isComparedAsKept(fn('any', 'any'), 0, ['share-field', 'literal'])).toBe(false)
})

it('keeps hundredths of what is written as a share, and takes them back', () => {
  const ratio = call('divide', field('profit'), field('income'))
  expect(asPoints(ratio)).toEqual(call('points', ratio))
  expect(asShare(asPoints(ratio))).toEqual(ratio)
  expect(asPoints(asShare(field('discount')))).toEqual(field('discount'))
  expect(asPoints(asShare(literal(5)))).toEqual(literal(5))
})

it('knows the share of a percent field, and of nothing else', () => {
  const isShare = (path: string): boolean => path === 'discount'
  expect(sharedField(call('share', field('discount')), isShare)).toBe('discount')
  expect(sharedField(call('share', field('amount')), isShare)).toBeUndefined()
  expect(sharedField(call('share', literal(1)), isShare)).toBeUndefined()
})
