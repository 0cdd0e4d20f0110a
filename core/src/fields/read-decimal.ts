import type { Parsed } from './field-type.ts'
import { accept, refuse } from './parsed.ts'

/**
 * Decimals are kept as JS numbers of at most 15 significant digits: within that a double and its decimal text are one to
 * one, so `19.99` goes to numeric and back unchanged. Sums are reckoned in numeric by PostgreSQL or by decimal.js.
 */
export const maxDigits = 15

const plain = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i
const grouped = /^[+-]?\d{1,3}(?:[, ]\d{3})+(?:\.\d*)?$/
/** 3.2万 is how amounts are spoken and typed. */
const tenPowers: Record<string, number> = { 千: 3, 万: 4, 亿: 8 }

/** `12,300.50`, `3.2万`, `-.5`, `1.5E+05` → number. `text` is cleaned already (`cleanCode`). */
export function parseDecimal(text: string, { scale }: { scale: number }): Parsed {
  const dashed = text.replace(/[‐-―−]/gu, '-')
  const [, body = '', power = ''] = /^(.*?) ?([千万亿]?)$/u.exec(dashed) ?? []
  const match = plain.exec(grouped.test(body) ? body.replace(/[, ]/g, '') : body)
  const [, sign = '', whole = '', fraction = '', exponent = '0'] = match ?? []
  if (!match || whole + fraction === '') return refuse('not-a-number')
  const written = (whole + fraction).replace(/^0+/, '')
  const digits = written.replace(/0+$/, '')
  if (digits === '') return accept(0)
  const shift = Number(exponent) + (tenPowers[power] ?? 0) - fraction.length + (written.length - digits.length)
  if (-shift > scale) return refuse('too-many-decimals', { scale })
  if (digits.length > maxDigits || digits.length + shift > maxDigits) return refuse('too-many-digits', { max: maxDigits })
  return accept(Number(`${sign}${digits}e${shift}`))
}

/** A number as programs give it: the noise of binary fractions (0.30000000000000004) is not meant. */
export const withoutNoise = (input: unknown): unknown =>
  typeof input === 'number' && Number.isFinite(input) ? Number(input.toPrecision(maxDigits)) : input

/** Least and greatest, when set. */
export function withinLimits(parsed: Parsed, { min, max }: { min?: number | undefined; max?: number | undefined }): Parsed {
  if (!parsed.ok || typeof parsed.value !== 'number') return parsed
  if (min !== undefined && parsed.value < min) return refuse('too-small', { min })
  if (max !== undefined && parsed.value > max) return refuse('too-large', { max })
  return parsed
}

/** `formatDecimal(32000, { decimals: 2 })` is `32,000.00`; without `decimals` only those that are there. */
export function formatDecimal(
  value: number,
  { decimals, grouping = true }: { decimals?: number; grouping?: boolean } = {},
): string {
  const [whole = '', fraction = ''] = (decimals === undefined ? String(value) : value.toFixed(decimals)).split('.')
  const shown = grouping ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole
  return fraction === '' ? shown : `${shown}.${fraction}`
}

/** The driver gives numeric as text and bigint as either. */
export const numberFromRow = (raw: unknown): number | null => (raw === null || raw === undefined ? null : Number(raw))
