import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Value, ValueType } from './expression.ts'
import { fitList, fitValue } from './fit-literal.ts'

const types: ValueType[] = ['text', 'number', 'boolean', 'date', 'instant', 'id', 'list', 'any']

it('takes nothing, empty text and an empty list for absent, in every type', () => {
  for (const type of types) for (const value of [null, undefined, '']) expect(fitValue(value, type), type).toBeNull()
  expect(fitValue([], 'list')).toBeNull()
  expect(fitValue([null, ''], 'list')).toBeNull()
})

it('keeps instants in UTC and dates as they are', () => {
  expect(fitValue('2026-11-21T08:00+08:00', 'instant')).toBe('2026-11-21T00:00:00.000Z')
  expect(fitValue('2026-11-21', 'date')).toBe('2026-11-21')
  expect(fitValue('2026-11-21', 'instant')).toBeUndefined()
  expect(fitValue('2026-02-30', 'date')).toBeUndefined()
})

it('takes decimals as text, and no number that PostgreSQL could not multiply', () => {
  for (const value of [0, -1.5, '0.10', '123456789012345678901234567890']) expect(fitValue(value, 'number')).toBe(value)
  for (const value of [1e30, 1e-14, Infinity, Number.NaN, '1e3', '1.', ' 1', '9'.repeat(31), true])
    expect(fitValue(value, 'number'), String(value)).toBeUndefined()
})

it('drops what no text of PostgreSQL holds', () => {
  expect(fitValue('a\u0000b\ud800', 'text')).toBe('ab\ufffd')
  expect(fitValue('\u0000', 'text')).toBeNull()
})

it('fits a list member by member; one that does not fit, or a list within, spoils it', () => {
  expect(fitList(['a', null, ''], 'text')).toEqual(['a'])
  expect(fitList(['a', 1], 'text')).toBeUndefined()
  expect(fitList([['a']], 'any')).toBeUndefined()
})

it('fits what is fitted already to itself', () => {
  const scalar = fc.oneof(fc.string(), fc.double(), fc.boolean(), fc.constant(null))
  fc.assert(
    fc.property(fc.oneof(scalar, fc.array(scalar)), fc.constantFrom(...types), (value, type) => {
      const fitted = fitValue(value as Value, type)
      if (fitted !== undefined) expect(fitValue(fitted, type)).toEqual(fitted)
    }),
  )
})
