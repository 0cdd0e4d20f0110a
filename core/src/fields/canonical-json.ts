/**
 * JSON with keys in order and no blanks, so that equal things have equal texts; halves of surrogate pairs are replaced.
 * Undefined for what JSON cannot say, e.g. `undefined` itself.
 */
export function canonicalJson(value: unknown): string | undefined {
  return JSON.stringify(value, (_key, inner: unknown) => {
    if (typeof inner === 'string') return inner.toWellFormed()
    return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? sortKeys(inner) : inner
  })
}

const sortKeys = (object: object): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(object)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key.toWellFormed(), value]),
  )
