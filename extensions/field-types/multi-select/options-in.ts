import { findOption, type Option } from '@jieli/core/fields/option'
import { itemsOf } from '@jieli/core/fields/read-list'

const separators = /([,，、;；|\n\r]+)/u
/** The most separators a label may hold and still be found in a list. */
const longestRun = 8

/** How many pieces (words and separators, alternating) from `start` make up one option's name; 1 when none does. */
function runAt(pieces: string[], start: number, options: readonly Option[]): number {
  const most = Math.min(pieces.length - start, 2 * longestRun + 1)
  for (let length = most; length > 1; length -= 1) {
    if (findOption(options, pieces.slice(start, start + length).join(''))) return length
  }
  return 1
}

/**
 * The items of a written list. A label may hold a separator itself (物理、化学), so at each place the longest run that is
 * an option counts as one.
 */
export function optionsIn(input: unknown, options: readonly Option[]): unknown[] | null {
  if (typeof input !== 'string') return itemsOf(input)
  const pieces = input.slice(0, 100_000).split(separators)
  const items: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const length = runAt(pieces, at, options)
    items.push(pieces.slice(at, at + length).join(''))
    at += length + 1
  }
  return items
}
