/** SQL for `FieldType.uniqueKey`: what counts as one value where a field's values may not repeat. */

/** The stored value itself: numbers, days, and codes that `parse` writes in one spelling. */
export const asStored = (column: string): string => column

/** The same for texts that may be long: a hash, for an entry of an index may not be longer than a third of a page. */
export const asHashed = (column: string): string => `md5(${column})`

/**
 * Texts that people take for the same: case and full or half width tell nothing apart (`ＡＢ-1` is `ab-1`).
 */
export const asRead = (column: string): string => `md5(lower(normalize(${column}, NFKC)))`
