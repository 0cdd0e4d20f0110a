import { expect, it } from 'vitest'
import { field } from '@jieli/core/formulas/expression'
import { fittedTo, typeOfResult } from './result-type.ts'

it('gives numbers and percents their decimal places, other results none', () => {
  expect(typeOfResult({ result: 'percent', scale: 1 })).toEqual({ type: 'percent', settings: { scale: 1 } })
  expect(typeOfResult({ result: 'date', scale: 1 })).toEqual({ type: 'date', settings: {} })
})

it('rounds within the expression what the column would round, money to the fen', () => {
  const price = field('price')
  expect(fittedTo(price, { result: 'number', scale: 0 })).toEqual({ call: 'round', args: [price, { value: 0 }] })
  expect(fittedTo(price, { result: 'money', scale: 4 })).toEqual({ call: 'round', args: [price, { value: 2 }] })
  for (const result of ['text', 'date', 'instant', 'boolean'] as const)
    expect(fittedTo(price, { result, scale: 2 })).toBe(price)
})
