import type { ValueType } from '@jieli/core'

const figures = ['number', 'money', 'percent'] as const

/** What a result may be shown as instead: a figure in three ways, everything else in its own. */
export const resultsOf = (result: unknown): readonly string[] =>
  figures.some((figure) => figure === result) ? figures : [String(result)]

/**
 * How a value of the language is shown, keeping what was chosen while it still fits.
 * @example resultFor('number', 'money') // 'money'
 * @example resultFor('date', 'money') // 'date'
 */
export const resultFor = (type: ValueType, chosen: unknown): string => {
  if (type === 'number') return figures.some((figure) => figure === chosen) ? String(chosen) : 'number'
  return type === 'boolean' || type === 'date' || type === 'instant' ? type : 'text'
}
