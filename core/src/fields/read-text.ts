import type { Parsed } from './field-type.ts'
import { hasNul } from './clean-text.ts'
import { accept, refuse } from './parsed.ts'

/** No door takes more than this for one value. */
const longestInput = 1_000_000

const textIn = (input: unknown): string | null => {
  if (input === null || input === undefined) return ''
  if (typeof input === 'string') return input
  if (typeof input === 'number' && Number.isFinite(input)) return String(input)
  return typeof input === 'bigint' ? String(input) : null
}

/**
 * The way nearly every `parse` begins: input → cleaned text → `then`. Blank is null, NUL and non-texts are refused.
 * @example parse: (input) => readText(input, cleanCode, (text) => isCode(text) ? accept(text) : refuse('not-an-id'))
 */
export function readText(input: unknown, clean: (text: string) => string, then: (text: string) => Parsed): Parsed {
  const raw = textIn(input)
  if (raw === null) return refuse('not-text')
  if (raw.length > longestInput) return refuse('too-long', { max: longestInput })
  if (hasNul(raw)) return refuse('bad-characters')
  const text = clean(raw)
  return text === '' ? accept(null) : then(text)
}

/** Longest of what is looked at by patterns: no number, date or code comes near. */
const longestCode = 300

/** `readText` for what is short by nature, so that no pattern is ever tried on a long text. */
export const readShort = (input: unknown, clean: (text: string) => string, then: (text: string) => Parsed): Parsed =>
  readText(input, clean, (text) => (text.length > longestCode ? refuse('too-long', { max: longestCode }) : then(text)))
