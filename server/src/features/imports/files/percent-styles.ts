import type { Archive } from './inspect-archive.ts'
import { readTags } from './read-tags.ts'

/** Excel itself allows no more styles than this; a file that has more is not made by a person. */
const MOST_STYLES = 65_536

/** The formats that need no definition: `0%` and `0.00%`. */
const BUILT_IN = ['9', '10']

/** The styles of a workbook under which a number is shown times a hundred with a percent sign, as cells name them. */
export const findPercentStyles = async (archive: Archive, part: string | undefined): Promise<Set<number>> => {
  const styles = new Set<number>()
  if (part === undefined || !archive.has(part)) return styles
  const formats = new Set(BUILT_IN)
  // Named styles, which cells do not point to directly, are lists of `xf` too.
  let isInCells = false
  let index = 0
  for await (const tags of readTags(archive, part, ['numFmt', 'cellXfs', 'xf'])) {
    for (const { name, isEnd, attributes } of tags) {
      if (name === 'cellXfs') isInCells = !isEnd
      else if (name === 'numFmt' && formats.size < MOST_STYLES) noteFormat(formats, attributes)
      else if (name === 'xf' && !isEnd && isInCells && index++ < MOST_STYLES && formats.has(formatOf(attributes)))
        styles.add(index - 1)
    }
  }
  return styles
}

const formatOf = (attributes: string): string => /\bnumFmtId="(\d+)"/.exec(attributes)?.[1] ?? ''

const noteFormat = (formats: Set<string>, attributes: string): void => {
  const code = /\bformatCode="([^"]*)"/.exec(attributes)?.[1]?.replaceAll('&quot;', '"')
  if (code !== undefined && isPercentFormat(code)) formats.add(formatOf(attributes))
  else formats.delete(formatOf(attributes))
}

/** A percent sign that is quoted, escaped, or only lends its width (`0.0_%`) is a letter like any other. */
const isPercentFormat = (code: string): boolean => code.replace(/"[^"]*"|[\\_*].|\[[^\]]*\]/g, '').includes('%')
