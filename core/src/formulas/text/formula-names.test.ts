import { expect, test } from 'vitest'
import type { FormulaFunction, FunctionRegistry } from '../formula-function.ts'
import { childFunctionNamed, formulaNames, functionName, isMeasure } from './formula-names.ts'

const atMost = {
  name: 'atMost',
  label: { 'zh-CN': '小于或等于', en: 'is at most' },
  aliases: ['不大于', 'LTE'],
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '<=', en: '<=' }, also: ['≤'] },
} as unknown as FormulaFunction
const lessThan = {
  name: 'lessThan',
  label: { 'zh-CN': '小于', en: 'is less than' },
  notation: { position: 'infix', power: 'compare', written: { 'zh-CN': '<', en: '<' }, also: ['早于'] },
} as unknown as FormulaFunction
const registry: FunctionRegistry = { lessThan, atMost }
const names = formulaNames(registry)

test('the longer sign comes first, or <= would be read as < and a stray =', () => {
  expect(names.signs.indexOf('<=')).toBeLessThan(names.signs.indexOf('<'))
})

test('a function answers to its name, label and aliases in any case and width', () => {
  for (const word of ['atMost', 'ATMOST', '小于或等于', 'lte', 'ＬＴＥ']) expect(names.functionNamed(word)).toBe(atMost)
  expect(names.functionNamed('constructor')).toBeUndefined()
})

test('in English it is written with its first English alias, else its name', () => {
  expect([functionName(atMost, 'en'), functionName(lessThan, 'en'), functionName(atMost, 'zh-CN')]).toEqual([
    'LTE',
    'LESSTHAN',
    '小于或等于',
  ])
})

test('yes, no and nothing are values, and nothing else is', () => {
  expect([names.constant('是'), names.constant('FALSE'), names.constant('空')]).toEqual([true, false, null])
  expect(names.constant('toString')).toBeUndefined()
})

test('questions to children have names of their own; sums say what of, counts do not', () => {
  expect(['合计', 'countif', '每个都'].map(childFunctionNamed)).toEqual(['sum', 'count', 'all'])
  expect([isMeasure('sum'), isMeasure('count')]).toEqual([true, false])
})
