import { findOption, type Option } from '@jieli/core/fields/option'
import { itemsOf } from '@jieli/core/fields/read-list'

const separators = /([,，、;；|\n\r]+)/u
/** The most a list of 500 options could be, written out. */
const longestText = 50_000

/** The most separators that an option's label holds: 0 for nearly every list. */
const separatorsWithin = (options: readonly Option[]): number =>
  Math.max(
    0,
    ...options.flatMap(({ label }) => [label['zh-CN'], label.en ?? '']).map((name) => name.split(separators).length >> 1),
  )

/**
 * How many pieces (words and separators, alternating) from `start` make up one option's name; 1 when none does. Runs end with a
 * word: one that ended with a line break would be trimmed to a name, and the word after it lost.
 */
function runAt(pieces: string[], start: number, { options, most }: { options: readonly Option[]; most: number }): number {
  for (let length = Math.min(pieces.length - start, 2 * most + 1); length > 1; length -= 2) {
    if (findOption(options, pieces.slice(start, start + length).join(''))) return length
  }
  return 1
}

/**
 * The items of a written list. A label may hold a separator itself (物理、化学), so at each place the longest run that is
 * an option counts as one. Null: this is no list.
 */
export function optionsIn(input: unknown, options: readonly Option[]): unknown[] | null {
  if (typeof input !== 'string') return itemsOf(input)
  if (input.length > longestText) return null
  const pieces = input.split(separators)
  const most = separatorsWithin(options)
  const items: string[] = []
  for (let at = 0; at < pieces.length;) {
    const length = runAt(pieces, at, { options, most })
    items.push(pieces.slice(at, at + length).join(''))
    at += length + 1
  }
  return items
}
