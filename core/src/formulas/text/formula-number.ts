import type { Value } from '../expression.ts'

/** Digits as a value: a plain number where that loses nothing, the decimal's text where it would. */
export const readNumber = (digits: string): Value => {
  const plain = digits
    .replace(/^(-?)0+(?=\d)/, '$1')
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')
  const number = Number(plain)
  return number === 0 ? 0 : writeNumber(number) === plain ? number : plain
}

/** A number without exponent, as formulas write it: `1e-7` is 0.0000001. */
export const writeNumber = (number: number): string => {
  const [mantissa = '', exponent] = String(number).split('e')
  if (exponent === undefined) return mantissa === '-0' ? '0' : mantissa
  const sign = mantissa.startsWith('-') ? '-' : ''
  const [whole = '', decimals = ''] = mantissa.replace('-', '').split('.')
  const point = whole.length + Number(exponent)
  const digits = whole + decimals
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`
  return `${sign}${digits.padEnd(point, '0').slice(0, point)}${point < digits.length ? `.${digits.slice(point)}` : ''}`
}

/** What `12.5` of 12.5 % is worth: 0.125. */
export const percentWorth = (percent: Value): Value => {
  const [whole = '', decimals = ''] = String(percent).split('.')
  const digits = whole.padStart(3, '0')
  return readNumber(`${digits.slice(0, -2)}.${digits.slice(-2)}${decimals}`)
}
