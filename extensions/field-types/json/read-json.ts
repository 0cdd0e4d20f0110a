import { canonicalJson } from '@jieli/core/fields/canonical-json'
import { cleanText } from '@jieli/core/fields/clean-text'

/** Texts are read as JSON, everything else is taken as it is. Empty things are null, what is no JSON is undefined. */
export function readJson(input: unknown): string | null | undefined {
  try {
    const value: unknown = typeof input === 'string' ? (cleanText(input) === '' ? null : JSON.parse(input)) : input
    if (typeof value === 'function' || typeof value === 'symbol') return undefined
    // What JSON has no word for (undefined, infinity) it writes as null.
    const text = canonicalJson(value)
    return text === undefined || text === 'null' ? null : text
  } catch {
    return undefined
  }
}
