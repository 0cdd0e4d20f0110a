import type { Value } from '@jieli/core'

/** A text, or null when it is absent or none. */
export const asText = (value: Value | undefined): string | null => (typeof value === 'string' && value !== '' ? value : null)

/** Empty text is absent. */
export const textOrAbsent = (text: string): string | null => (text === '' ? null : text)

export const presentSql = (sql: string): string => `nullif(${sql}, '')`

/** Longer texts are not worked on character by character: the result would be larger than any field. */
export const longestText = 10_000
