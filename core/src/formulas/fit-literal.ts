import type { Value, ValueType } from './expression.ts'
import { parseCivilDate } from '../time/civil-date.ts'
import { formatInstant, parseInstant } from '../time/instant.ts'

/** So many digits that no product of a whole expression can overflow PostgreSQL's numeric. */
const decimalPattern = /^-?\d{1,30}(\.\d{1,30})?$/

/**
 * A value as the language keeps it for a type, or undefined when it is none of that type. Empty text and an empty list
 * are absent (null); null is a value of every type.
 * @example fitValue('2026-11-21T08:00+08:00', 'instant') // '2026-11-21T00:00:00.000Z'
 */
export const fitValue = (value: Value | undefined, type: ValueType): Value | undefined =>
  value === null || value === undefined || value === '' ? null : fitters[type](value)

const text = (value: Value): Value | undefined =>
  // PostgreSQL's text holds neither NUL nor half a surrogate pair.
  typeof value === 'string' ? value.replaceAll('\0', '').toWellFormed() || null : undefined

const fitters: Record<ValueType, (value: Value) => Value | undefined> = {
  text,
  id: text,
  boolean: (value) => (typeof value === 'boolean' ? value : undefined),
  number: (value) => (isNumber(value) ? value : undefined),
  date: (value) => (typeof value === 'string' && parseCivilDate(value) !== null ? value : undefined),
  instant: (value) => {
    const micros = typeof value === 'string' ? parseInstant(value) : null
    return micros === null ? undefined : formatInstant(micros)
  },
  list: (value) => (Array.isArray(value) ? fitList(value, 'any') : undefined),
  any: (value) => (Array.isArray(value) ? fitList(value, 'any') : typeof value === 'string' ? text(value) : value),
}

/** The members of a list, each fitted to `element`, without the absent; undefined when one does not fit or is a list itself. */
export const fitList = (values: Value[], element: ValueType): Value | undefined => {
  const fitted = values.map((value) => (Array.isArray(value) ? undefined : fitValue(value, element)))
  if (fitted.includes(undefined)) return undefined
  const present = fitted.filter((value) => value !== null && value !== undefined)
  return present.length === 0 ? null : present
}

const isNumber = (value: Value): boolean =>
  typeof value === 'number'
    ? value === 0 || (Math.abs(value) < 1e30 && Math.abs(value) >= 1e-13)
    : typeof value === 'string' && decimalPattern.test(value)
