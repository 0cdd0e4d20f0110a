import { parseInstant, type Value, type ValueType } from '@jieli/core'
import { asDecimal } from './decimal.ts'

/** The types of single values. */
export const scalarTypes = ['text', 'number', 'boolean', 'date', 'instant', 'id'] as const satisfies ValueType[]
/** The types with an order. */
export const orderedTypes = ['text', 'number', 'date', 'instant'] as const satisfies ValueType[]

/** Less than 0, 0 or more as in sorting; null when one is absent or they cannot be compared. */
export const compareValues = (left: Value | undefined, right: Value | undefined, type: ValueType = 'any'): number | null => {
  const [a, b] = [left ?? '', right ?? '']
  if (a === '' || b === '') return null
  if (type === 'number' || typeof a === 'number' || typeof b === 'number') {
    const [x, y] = [asDecimal(a), asDecimal(b)]
    return x && y ? x.cmp(y) : null
  }
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b)
  if (typeof a !== 'string' || typeof b !== 'string') return null
  return type === 'instant' ? compareInstants(a, b) : compareText(a, b)
}

const compareInstants = (a: string, b: string): number | null => {
  const [x, y] = [parseInstant(a), parseInstant(b)]
  return x === null || y === null ? null : x < y ? -1 : x > y ? 1 : 0
}

/** By code point, as `COLLATE "C"` does; JavaScript's own order puts emoji before full-width letters. */
const compareText = (a: string, b: string): number => {
  if (a === b) return 0
  const [x, y] = [[...a], [...b]]
  const at = x.findIndex((character, index) => character !== y[index])
  if (at === -1) return -1
  return (x[at]?.codePointAt(0) ?? -1) - (y[at]?.codePointAt(0) ?? -1)
}
