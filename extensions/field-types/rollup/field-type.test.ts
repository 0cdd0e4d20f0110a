import { expect, test } from 'vitest'
import { rollup } from './field-type.ts'

const computed = (given: Record<string, unknown>) => rollup.computed?.(rollup.settings.parse({ over: 'order.lead', ...given }))

test('how many is a whole number, whatever decimals are set', () => {
  expect(computed({ fn: 'count', scale: 4 })?.as).toEqual({ type: 'number', settings: { scale: 0 } })
})

test('the least and the greatest look like the field they are of', () => {
  expect(computed({ fn: 'max', of: 'amount' })?.as).toEqual({ object: 'order', field: 'amount' })
})

test('whether one is so is yes or no, and asks only for those that count', () => {
  const where = { call: 'equals', args: [{ field: 'status' }, { value: 'open' }] }
  expect(computed({ fn: 'any', where })).toEqual({
    expression: { over: 'order.lead', fn: 'any', where },
    as: { type: 'boolean', settings: {} },
  })
})

test('a sum of money is rounded to the cent in the expression, so that memory and database agree', () => {
  expect(computed({ fn: 'sum', of: 'amount', result: 'money' })?.expression).toEqual({
    call: 'round',
    args: [{ over: 'order.lead', fn: 'sum', of: { field: 'amount' } }, { value: 2 }],
  })
})
