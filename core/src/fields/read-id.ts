import type { Parsed } from './field-type.ts'
import { cleanCode } from './clean-text.ts'
import { accept, refuse } from './parsed.ts'
import { readShort } from './read-text.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** Pickers and programs give `{ id }` as readily as the id. */
const idIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'id' in input && !Array.isArray(input) ? input.id : input

/** Input → uuid in lower case. Names are resolved by the engine, which knows the records; this knows only ids. */
export function readId(input: unknown): Parsed {
  const parsed = readShort(
    idIn(input),
    (text) => cleanCode(text).toLowerCase(),
    (text) => (uuid.test(text) ? accept(text) : refuse('not-an-id')),
  )
  return !parsed.ok && parsed.code !== 'bad-characters' ? refuse('not-an-id') : parsed
}
