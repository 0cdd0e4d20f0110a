import type { Value } from '../formulas/expression.ts'
import { cleanCode } from './clean-text.ts'
import type { Parsed } from './field-type.ts'
import { accept, refuse } from './parsed.ts'
import { readShort } from './read-text.ts'

/** One record of an object that is said with it. */
export interface Link {
  object: string
  id: string
}

const pattern = /^([a-z][a-zA-Z0-9]{0,59}):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** @example writeLink({ object: 'lead', id: '01930000-0000-7000-8000-000000000001' }) // 'lead:01930000-…' */
export const writeLink = ({ object, id }: Link): string => `${object}:${id}`

/** What a stored link says; undefined for a value that is none. */
export const linkIn = (value: Value | undefined): Link | undefined => {
  const [, object, id] = typeof value === 'string' ? (pattern.exec(value) ?? []) : []
  return object === undefined || id === undefined ? undefined : { object, id }
}

/** The id in a link to a record of this object; a link to another is none of its records. */
export const idOfLink = (value: Value, object: string): Parsed => {
  const link = linkIn(value)
  return link?.object === object ? accept(link.id) : refuse('not-a-link')
}

/** Pickers and programs give `{ object, id }` as readily as the text. */
const textIn = (input: unknown): unknown =>
  typeof input === 'object' && input !== null && 'object' in input && 'id' in input
    ? typeof input.object === 'string' && typeof input.id === 'string'
      ? `${input.object}:${input.id}`
      : input
    : input

/** Input → a link to a record of one of these objects, `lead:0193…`. Names are resolved by the engine, which knows the records. */
export const readLink = (input: unknown, objects: readonly string[]): Parsed => {
  const parsed = readShort(textIn(input), cleanCode, (text) => {
    const at = text.indexOf(':')
    const link = linkIn(
      `${text.slice(0, at).trim()}:${text
        .slice(at + 1)
        .trim()
        .toLowerCase()}`,
    )
    return link && objects.includes(link.object) ? accept(writeLink(link)) : refuse('not-a-link')
  })
  return !parsed.ok && parsed.code !== 'bad-characters' ? refuse('not-a-link') : parsed
}
