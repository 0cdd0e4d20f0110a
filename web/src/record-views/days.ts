import type { Expression, Value } from '@jieli/core'
import type { FieldMeta } from '../data/meta-shapes.ts'
import { addDays, clockOf, dayOf, instantAt } from '../i18n/zoned-time.ts'
import { fieldTypeOf } from '../parts/condition-builder/condition-fields.ts'

const isInstant = ({ type }: FieldMeta): boolean => fieldTypeOf(type)?.valueType === 'instant'

/** The calendar day of a date or an instant, in the workspace's zone. */
export const dayOfValue = (field: FieldMeta, value: Value | undefined, timeZone: string): string | null => {
  if (typeof value !== 'string') return null
  return isInstant(field) ? dayOf(value, timeZone) : value.slice(0, 10)
}

/** The value on another day: an instant keeps its time of day. */
export const onDay = (field: FieldMeta, value: Value | undefined, day: string, timeZone: string): string =>
  isInstant(field) ? instantAt(day, typeof value === 'string' ? clockOf(value, timeZone) : '09:00', timeZone) : day

/** Records whose time lies in these days, both included; with an end, those that reach into them. */
export const inDays = (
  { start, end }: { start: FieldMeta; end?: FieldMeta | undefined },
  range: { from: string; to: string },
  timeZone: string,
): Expression => {
  const edge = (field: FieldMeta, day: string): string => (isInstant(field) ? instantAt(day, '00:00', timeZone) : day)
  const begins = (field: FieldMeta): Expression => ({
    call: 'lessThan',
    args: [{ field: field.name }, { value: edge(field, addDays(range.to, 1)) }],
  })
  const lasts = (field: FieldMeta): Expression => ({
    call: 'atLeast',
    args: [{ field: field.name }, { value: edge(field, range.from) }],
  })
  const within: Expression = { call: 'and', args: [begins(start), lasts(start)] }
  return end ? { call: 'or', args: [within, { call: 'and', args: [begins(start), lasts(end)] }] } : within
}

/** Six weeks from Monday that hold the month of this day. */
export const monthDays = (day: string): string[] => {
  const first = `${day.slice(0, 7)}-01`
  const weekday = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7
  const begin = addDays(first, -weekday)
  return Array.from({ length: 42 }, (_, index) => addDays(begin, index))
}

/** The same day of another month; the first, which every month has. */
export const stepMonth = (day: string, step: 1 | -1): string => {
  const [year = 0, month = 1] = day.split('-').map(Number)
  return new Date(Date.UTC(year, month - 1 + step, 1)).toISOString().slice(0, 10)
}

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
