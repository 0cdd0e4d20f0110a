import { refuse } from '@jieli/core/fields/parsed'
import type { Parsed, Value } from '@jieli/core'
import { readId } from '@jieli/core/fields/read-id'
import { itemsOf, readItems } from '@jieli/core/fields/read-list'

/**
 * What field types that hold stored files share: values are lists of file ids, kept as texts because lists of the formula
 * language hold texts.
 */
export const readFileIds = (input: unknown, max: number): Parsed => {
  const items = itemsOf(input)
  return items === null ? refuse('not-a-list') : readItems(items, max, readId)
}

/** Stored ids as one text that `readFileIds` takes; nothing is an empty text. */
export const formatFileIds = (value: Value): string => (Array.isArray(value) ? value.join(', ') : '')

/** For samples: `fileId(1)` is a file's id as the laws want one. */
export const sampleFileId = (digit: number): string => `01930000-0000-7000-8000-00000000000${digit}`
