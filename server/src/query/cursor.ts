import { AppError, type Value } from '@jieli/core'

/** Where a page ended: the sort values of its last record and its id. Opaque to clients, checked when it comes back. */
export interface Cursor {
  values: Value[]
  id: string
}

export const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify([cursor.id, ...cursor.values])).toString('base64url')

export const readCursor = (text: string, keys: number): Cursor => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parsed) && parsed.length === keys + 1 && /^[0-9a-f-]{36}$/.test(String(parsed[0]))) {
      return { id: String(parsed[0]), values: parsed.slice(1) as Value[] }
    }
  } catch {
    // A cursor that does not parse is a cursor we did not write.
  }
  throw new AppError('invalid-query', { details: { reason: 'after' } })
}
