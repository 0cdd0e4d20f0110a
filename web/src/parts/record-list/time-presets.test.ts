import { expect, test } from 'vitest'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { timePresets } from './time-presets.ts'

test('each press asks by a function of the language, with as many values as it takes beside the field', () => {
  for (const { operator, operands } of timePresets) {
    const fn = formulaFunctions[operator as keyof typeof formulaFunctions]
    expect(fn.params).toHaveLength(operands.length + 1)
  }
})

test('all of them move with the day, so that a saved view never shows an old today', () => {
  for (const { operator } of timePresets)
    expect(formulaFunctions[operator as keyof typeof formulaFunctions].isVolatile, operator).toBe(true)
})
