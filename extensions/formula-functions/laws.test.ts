import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  evaluate,
  functionName,
  literal,
  locales,
  paramAt,
  parseInstant,
  type EvaluationContext,
  type FormulaFunction,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from './index.ts'

const functions = Object.entries<FormulaFunction>(formulaFunctions)
const context: EvaluationContext = { now: '2026-11-21T14:30:00.000Z', timeZone: 'Asia/Shanghai', userId: 'u-1' }
const types: ValueType[] = ['text', 'number', 'boolean', 'date', 'instant', 'id', 'list', 'any']
const anyValue: fc.Arbitrary<Value> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.double(),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom('2026-11-21', '2026-11-21T16:00:00Z', '1.50'),
  fc.array(fc.oneof(fc.string(), fc.constant(null)), { maxLength: 3 }),
)

describe.each(functions)('%s', (key, fn) => {
  it('is registered under its own name and shows what it does', () => {
    expect(fn.name).toBe(key)
    expect(functionName(fn, 'en')).toMatch(/^[A-Z]+$/)
    expect(fn.examples.length).toBeGreaterThan(0)
  })

  it('gives the results its examples promise', () => {
    for (const example of fn.examples) {
      const environment = { functions: formulaFunctions, read: () => null, context: { ...context, ...example.context } }
      expect(evaluate({ call: key, args: example.args.map(literal) }, environment), JSON.stringify(example)).toEqual(
        example.result,
      )
    }
  })

  it.each(locales)('reads as a phrase with every argument in %s', (locale) => {
    const args = fn.params.map((param) => `〈${param.name}〉`)
    const phrase = fn.sentence(args, locale)
    expect(phrase).not.toContain('undefined')
    for (const arg of args) expect(phrase).toContain(arg)
    expect(phrase.trim()).not.toBe('')
  })

  it('never throws, whatever it is given, and answers a question with yes or no', () => {
    const count = fn.params.length + (fn.params.at(-1)?.rest ? 2 : 0)
    const input = fc.tuple(
      fc.array(anyValue, { minLength: fn.params.filter((param) => !param.optional).length, maxLength: count }),
      fc.constantFrom(...types),
    )
    fc.assert(
      fc.property(input, ([args, type]) => {
        const result = fn.evaluate(
          args,
          context,
          args.map((_, index) => (paramAt(fn, index)?.type === 'any' ? type : (paramAt(fn, index)?.type ?? 'any'))),
        )
        expect(result).not.toBeUndefined()
        if (fn.returns === 'boolean') expect(typeof result).toBe('boolean')
        if (fn.returns === 'instant' && result !== null) expect(parseInstant(String(result))).not.toBeNull()
      }),
    )
  })
})

it('lists every function file of the folder', () => {
  const files = readdirSync(import.meta.dirname).filter(
    (file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && file !== 'index.ts',
  )
  expect(files).toHaveLength(functions.length)
})
