import { parseLosslessJson } from './parse-lossless-json.ts'

/**
 * The fields of a request's body: a JSON object, or a form when the sender says so. Null when it is neither, or when
 * the bytes are not UTF-8: a name with broken signs in it must not enter quietly.
 */
export const readPayload = (body: Uint8Array, contentType = 'application/json'): Record<string, unknown> | null => {
  const text = decode(body)
  if (text === null) return null
  if (contentType.toLowerCase().startsWith('application/x-www-form-urlencoded')) return formFields(text)
  const parsed = parseLosslessJson(text)
  return isFields(parsed) ? parsed : null
}

/** True for a JSON object: not a list, not null. */
export const isFields = (value: unknown): value is Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)

const decode = (body: Uint8Array): string | null => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body)
  } catch {
    return null
  }
}

/** A name that comes several times (ticked boxes) becomes a list. */
const formFields = (text: string): Record<string, unknown> | null => {
  const form = new URLSearchParams(text.replaceAll(/%00/g, ''))
  const names = [...new Set(form.keys())]
  if (names.length === 0) return null
  return Object.fromEntries(
    names.map((name) => {
      const values = form.getAll(name)
      return [name, values.length > 1 ? values : values[0]]
    }),
  )
}
