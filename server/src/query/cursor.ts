import { AppError, fitValue, type Value, type ValueType } from '@jieli/core'

/** Where a page ended: the sort values of its last record and its id. Opaque to clients, checked when it comes back. */
export interface Cursor {
  values: Value[]
  id: string
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/

export const writeCursor = (cursor: Cursor): string =>
  Buffer.from(JSON.stringify([cursor.id, ...cursor.values])).toString('base64url')

/** A cursor as it came from outside: one value for each sort key, of that key's type, or it is none of ours. */
export const readCursor = (text: string, types: readonly ValueType[]): Cursor => {
  const [id, ...values] = parse(text)
  if (typeof id !== 'string' || !uuid.test(id) || values.length !== types.length) throw notOurs()
  return { id, values: values.map((value, index) => fit(value, types[index])) }
}

const parse = (text: string): unknown[] => {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    if (Array.isArray(parsed)) return parsed
  } catch {
    // A cursor that does not parse is a cursor we did not write.
  }
  throw notOurs()
}

const fit = (value: unknown, type: ValueType = 'any'): Value => {
  if (value === null) return null
  if (type === 'id') {
    if (typeof value === 'string' && uuid.test(value)) return value
    throw notOurs()
  }
  // An empty text is a value here: it is where a page may end.
  if (type === 'text' && value === '') return ''
  const fitted = isPlain(value) ? fitValue(value, type) : undefined
  if (fitted === undefined || fitted === null) throw notOurs()
  return fitted
}

const isPlain = (value: unknown): value is Value =>
  typeof value !== 'object' || (Array.isArray(value) && value.every((member) => typeof member === 'string'))

const notOurs = (): AppError => new AppError('invalid-query', { details: { reason: 'after' } })
