import { expect, it } from 'vitest'
import { evaluate, type EvaluateEnvironment, type ExpressionMemory } from './evaluate-expression.ts'
import type { Expression } from './expression.ts'

const phone: Expression = { field: 'phone' }

const environment = (value: string, memory?: ExpressionMemory) => {
  let lookups = 0
  const made: EvaluateEnvironment = {
    functions: {},
    read: () => value,
    typeOf: () => {
      lookups++
      return 'text'
    },
    context: { now: '2026-11-22T00:00:00.000Z', timeZone: 'Asia/Shanghai', userId: null },
    ...(memory ? { memory } : {}),
  }
  return { made, lookups: () => lookups }
}

it('reads every record anew and looks types up once for all, with a memory', () => {
  const memory: ExpressionMemory = new WeakMap()
  const first = environment('138', memory)
  const second = environment('139', memory)
  expect([evaluate(phone, first.made), evaluate(phone, second.made)]).toEqual(['138', '139'])
  expect([first.lookups() > 0, second.lookups()]).toEqual([true, 0])
})

it('takes an expression that says the same, but is another, for another', () => {
  const memory: ExpressionMemory = new WeakMap()
  evaluate(phone, environment('138', memory).made)
  const changed = environment('139', memory)
  expect(evaluate({ field: 'phone' }, changed.made)).toBe('139')
  expect(changed.lookups()).toBeGreaterThan(0)
})
