import { expect, it } from 'vitest'
import { resultFor, resultsOf } from './results-of.ts'

it('keeps the chosen look of a figure while the formula still gives a figure', () => {
  expect(resultFor('number', 'money')).toBe('money')
  expect(resultFor('number', 'text')).toBe('number')
})

it('shows everything that is no figure in its own way', () => {
  expect((['boolean', 'date', 'instant'] as const).map((type) => resultFor(type, 'percent'))).toEqual([
    'boolean',
    'date',
    'instant',
  ])
  expect((['text', 'id', 'list', 'any'] as const).map((type) => resultFor(type, 'number'))).toEqual(Array(4).fill('text'))
})

it('offers the other figures for a figure only', () => {
  expect(resultsOf('money')).toEqual(['number', 'money', 'percent'])
  expect(resultsOf('date')).toEqual(['date'])
})
