import type { Value } from '../formulas/expression.ts'
import { hasNul } from './clean-text.ts'
import type { Parsed } from './field-type.ts'
import { accept, refuse } from './parsed.ts'

/** What people put between the items of a list. */
export const listSeparators = /[,，、;；|\n\r]+/u

/** Input → items: a list as it is, a text cut at its separators. Null: neither. */
export function itemsOf(input: unknown): unknown[] | null {
  if (input === null || input === undefined) return []
  if (Array.isArray(input)) return input
  return typeof input === 'string' || typeof input === 'number' ? String(input).split(listSeparators) : null
}

/** No list is longer than this before duplicates go, so that nobody makes us read a million items. */
const longestList = 10_000

/** Reads each item, drops blanks and repetitions. The first item that is refused speaks for all. Nothing left is null. */
export function readItems(items: unknown[], max: number, readItem: (item: unknown) => Parsed): Parsed {
  if (items.length > longestList) return refuse('too-many-items', { max })
  const values = new Set<Value>()
  for (const item of items) {
    if (typeof item === 'string' && hasNul(item)) return refuse('bad-characters')
    const parsed = readItem(item)
    if (!parsed.ok) return parsed
    if (parsed.value !== null) values.add(parsed.value)
  }
  if (values.size > max) return refuse('too-many-items', { max })
  return accept(values.size === 0 ? null : [...values])
}
