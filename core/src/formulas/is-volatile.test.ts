import { expect, test } from 'vitest'
import { call, children, field, literal } from './expression.ts'
import type { FunctionRegistry } from './formula-function.ts'
import { isVolatile } from './is-volatile.ts'

const functions = { today: { name: 'today', isVolatile: true }, not: { name: 'not' } } as unknown as FunctionRegistry

test('what changes with the day is found however deep it stands', () => {
  expect(isVolatile(call('not', call('not', call('today'))), functions)).toBe(true)
  expect(isVolatile(children('order.lead', 'any', { where: call('not', call('today')) }), functions)).toBe(true)
})

test('fields and values do not change by themselves, and an unknown function is not taken for the clock', () => {
  expect(isVolatile(call('not', field('today')), functions)).toBe(false)
  expect(isVolatile(literal('today'), functions)).toBe(false)
  expect(isVolatile(call('constructor'), functions)).toBe(false)
})
