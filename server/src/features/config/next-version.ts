import { isDeepStrictEqual } from 'node:util'

interface Versioned {
  version: number
}

const isVersioned = (item: unknown): item is Versioned =>
  typeof item === 'object' && item !== null && 'version' in item && typeof item.version === 'number'

/**
 * What decides names the version of the rule it went by, so a rule that is edited or put back gets the next one.
 * One that is written as it was keeps its own.
 */
export const withNextVersion = <T>(before: unknown, item: T): T => {
  if (!isVersioned(item) || !isVersioned(before)) return item
  const isChanged = !isDeepStrictEqual({ ...before, version: 0 }, { ...item, version: 0 })
  return { ...item, version: before.version + (isChanged ? 1 : 0) }
}
