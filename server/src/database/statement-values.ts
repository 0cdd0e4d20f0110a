import { assert } from '@jieli/core'
import pg from 'pg'
import { arrayText, type CopyCell } from './copy-text.ts'

/**
 * A statement with its values written into it, for the one that takes none beside it: `COPY (SELECT …) TO STDOUT`. `text` is
 * what the compiler made, which names every value `$n` and has no such name within a literal of its own; the values are not
 * looked through for names again.
 *
 * @example withValues(`SELECT $1::text`, ["it's"]) // `SELECT 'it''s'::text`
 */
export const withValues = (text: string, params: readonly unknown[]): string =>
  text.replaceAll(/\$(\d+)/g, (_, number: string) => literal(params[Number(number) - 1]))

/** Always in quotes, so that a sign before a number binds to it and not to its cast. */
const literal = (value: unknown): string => {
  if (value === null || value === undefined) return 'NULL'
  const text = Array.isArray(value) ? arrayText(value as CopyCell[]) : textOf(value)
  // It would end the statement in the middle.
  assert(!text.includes('\0'), 'a value holds what no text of PostgreSQL holds')
  return pg.escapeLiteral(text)
}

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  assert(
    typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint',
    'a value that no statement takes',
  )
  return String(value)
}
