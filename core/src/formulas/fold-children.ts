import type { ChildFunction, Value } from './expression.ts'
import { parseInstant } from '../time/instant.ts'

/** A record's children, counted and measured: all of them, those the condition keeps, and what those are worth. */
export interface ChildFacts {
  all: number
  kept: number
  /** Without the absent. */
  values: readonly Value[]
}

/**
 * One figure of many children, equal to PostgreSQL's bit for bit: sums are exact, averages have twelve decimals, rounded as
 * the language's division rounds.
 * @example foldChildren('avg', { all: 3, kept: 2, values: [1, '2.5'] }) // 1.75
 */
export const foldChildren = (fn: ChildFunction, { all, kept, values }: ChildFacts): Value => {
  switch (fn) {
    case 'any':
      return kept > 0
    case 'none':
      return kept === 0
    case 'all':
      return kept === all
    case 'count':
      return kept
    case 'sum':
      return toValue(sumOf(values))
    case 'avg':
      return averageOf(values)
    case 'min':
      return values.reduce<Value>((best, value) => (best === null || isLess(value, best) ? value : best), null)
    case 'max':
      return values.reduce<Value>((best, value) => (best === null || isLess(best, value) ? value : best), null)
  }
}

/** An exact decimal: `digits` × 10^-`scale`. */
interface Decimal {
  digits: bigint
  scale: number
}

const toDecimal = (value: Value): Decimal => {
  const [, sign = '', whole = '0', fraction = '', power = '0'] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? []
  const digits = BigInt(`${sign}${whole}${fraction}`)
  const scale = fraction.length - Number(power)
  return scale < 0 ? { digits: digits * 10n ** BigInt(-scale), scale: 0 } : { digits, scale }
}

const digitsAt = ({ digits, scale }: Decimal, wanted: number): bigint => digits * 10n ** BigInt(wanted - scale)

const sumOf = (values: readonly Value[]): Decimal => {
  const decimals = values.map(toDecimal)
  const scale = decimals.reduce((widest, decimal) => Math.max(widest, decimal.scale), 0)
  return { digits: decimals.reduce((total, decimal) => total + digitsAt(decimal, scale), 0n), scale }
}

/** Thirteen decimals cut towards zero, then twelve, half away from zero. */
const averageOf = (values: readonly Value[]): Value => {
  if (values.length === 0) return null
  const { digits, scale } = sumOf(values)
  const cut = (digits * 10n ** 13n) / (BigInt(values.length) * 10n ** BigInt(scale))
  return toValue({ digits: (cut + (cut < 0n ? -5n : 5n)) / 10n, scale: 12 })
}

/** A plain number where that loses nothing, the decimal's text where it would. */
const toValue = ({ digits, scale }: Decimal): Value => {
  const padded = String(digits < 0n ? -digits : digits).padStart(scale + 1, '0')
  const fraction = padded.slice(padded.length - scale).replace(/0+$/, '')
  const whole = padded.slice(0, padded.length - scale)
  const text = `${digits < 0n ? '-' : ''}${whole}${scale > 0 && fraction !== '' ? `.${fraction}` : ''}`
  return digits === 0n ? 0 : String(Number(text)) === text ? Number(text) : text
}

const isLess = (a: Value, b: Value): boolean => {
  const [x, y] = [a, b].map((value) => (typeof value === 'string' ? parseInstant(value) : null))
  if (typeof x === 'bigint' && typeof y === 'bigint') return x < y
  // Days are written so that their text sorts as they do.
  if (isDay(a) && isDay(b)) return String(a) < String(b)
  const [p, q] = [toDecimal(a), toDecimal(b)]
  const scale = Math.max(p.scale, q.scale)
  return digitsAt(p, scale) < digitsAt(q, scale)
}

const isDay = (value: Value): boolean => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
