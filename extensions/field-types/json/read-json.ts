import { canonicalJson } from '@jieli/core/fields/canonical-json'
import { cleanText } from '@jieli/core/fields/clean-text'

/** Texts are read as JSON, everything else is taken as it is. Empty things are null, what is no JSON is undefined. */
export function readJson(input: unknown): string | null | undefined {
  try {
    const value: unknown = typeof input === 'string' ? (cleanText(input) === '' ? null : JSON.parse(input)) : input
    if (value === null || value === undefined) return null
    return typeof value === 'function' || typeof value === 'symbol' ? undefined : canonicalJson(value)
  } catch {
    return undefined
  }
}
