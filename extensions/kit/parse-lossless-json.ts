/**
 * JSON as a sender wrote it, made safe to keep. Ids above 2^53 (clue, ad, promotion) stay exact by becoming strings, and
 * what PostgreSQL's jsonb cannot hold (U+0000, half surrogates) is taken out. Undefined when the text is not JSON.
 *
 * @example parseLosslessJson('{"promotion_id":7300000000000000003}') // { promotion_id: '7300000000000000003' }
 */
export const parseLosslessJson = (text: string): unknown => {
  try {
    return JSON.parse(text, revive)
  } catch {
    return undefined
  }
}

/** The third argument is newer than TypeScript's own typing of `JSON.parse`: the literal as it was written. */
const revive = (_key: string, value: unknown, context?: { source?: string }): unknown => {
  if (typeof value === 'number') return isExact(value, context?.source) ? value : context?.source
  if (typeof value === 'string') return cleanText(value)
  if (value !== null && typeof value === 'object' && !Array.isArray(value)) return withCleanKeys(value)
  return value
}

const isExact = (value: number, source: string | undefined): boolean =>
  source === undefined || Number.isSafeInteger(value) || (Number.isFinite(value) && !/^-?\d+$/.test(source))

const cleanText = (text: string): string => text.replaceAll('\u0000', '').toWellFormed()

const withCleanKeys = (object: object): object =>
  Object.keys(object).every((key) => cleanText(key) === key)
    ? object
    : Object.fromEntries(Object.entries(object).map(([key, value]) => [cleanText(key), value]))
