import { Decimal } from 'decimal.js'
import type { Value } from '@jieli/core'

/** Wide enough for the exact product of every number an expression may hold; nothing is ever rounded by accident. */
const Exact = Decimal.clone({ precision: 40_000, rounding: Decimal.ROUND_HALF_UP })

/** A number of the language, or null. */
export const asDecimal = (value: Value | undefined): Decimal | null => {
  if (typeof value === 'number') return Number.isFinite(value) ? new Exact(value) : null
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value) ? new Exact(value) : null
}

/** A plain number where that loses nothing (0.3), the decimal's text where it would. */
export const fromDecimal = (decimal: Decimal): Value => {
  const number = decimal.toNumber()
  const text = decimal.toFixed()
  return decimal.isZero() ? 0 : String(number) === text ? number : text
}

/** An arithmetic function's body: absent when any argument is. */
export const withDecimals = (args: Value[], reckon: (numbers: Decimal[]) => Decimal | null): Value => {
  const numbers = args.map(asDecimal)
  const present = numbers.filter((number) => number !== null)
  const result = present.length === numbers.length ? reckon(present) : null
  return result === null ? null : fromDecimal(result)
}

/** A whole number within bounds, cut towards zero; null otherwise. */
export const asWhole = (value: Value | undefined, bounds: { min: number; max: number }): number | null => {
  const decimal = asDecimal(value)
  return decimal && decimal.gte(bounds.min) && decimal.lte(bounds.max) ? decimal.trunc().toNumber() + 0 : null
}
