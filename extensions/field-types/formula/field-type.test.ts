import { expect, test } from 'vitest'
import { formula } from './field-type.ts'

const expression = { call: 'divide', args: [{ field: 'price' }, { field: 'lessons' }] }
const computed = (given: Record<string, unknown>) => formula.computed?.(formula.settings.parse({ expression, ...given }))

test('money is reckoned to the cent in the expression itself, whatever decimals are set', () => {
  expect(computed({ result: 'money', scale: 4 })?.expression).toEqual({ call: 'round', args: [expression, { value: 2 }] })
})

test('numbers keep their decimals, texts are left as they are', () => {
  expect(computed({ result: 'number', scale: 1 })).toEqual({
    expression: { call: 'round', args: [expression, { value: 1 }] },
    as: { type: 'number', settings: { scale: 1 } },
  })
  expect(computed({ result: 'text' })?.expression).toEqual(expression)
})
