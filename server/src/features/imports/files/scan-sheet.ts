import { makeCellSet, type CellSet } from './cell-set.ts'
import type { SheetPlace } from './find-sheet.ts'
import type { Archive } from './inspect-archive.ts'
import { findPercentStyles } from './percent-styles.ts'
import { readTags, type Tag } from './read-tags.ts'

/** A block of merged cells; rows and columns count from 0. Only its first cell holds the value. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** What the values of a sheet do not say by themselves. */
export interface SheetScan {
  merges: Merge[]
  hiddenRows: number
  /** Cells that hold 0.125 and show 12.5 %. */
  percents: CellSet
}

/** Merges beyond this many are decoration, not data. */
const MOST_MERGES = 50_000

/**
 * What stands in a sheet beside the values of its cells: merged blocks are listed after the last row, so they must be known
 * before the rows are read. Cells are only looked at if the workbook shows anything as percent at all.
 */
export const scanSheet = async (archive: Archive, sheet: SheetPlace): Promise<SheetScan> => {
  const scan: SheetScan = { merges: [], hiddenRows: 0, percents: makeCellSet() }
  const styles = await findPercentStyles(archive, sheet.styles)
  const noteCell = followCells(styles, scan.percents)
  for await (const tags of readTags(archive, sheet.part, ['row', 'mergeCell', ...(styles.size > 0 ? ['c'] : [])])) {
    for (const tag of tags) {
      if (tag.isEnd) continue
      if (tag.name === 'mergeCell') noteMerge(scan.merges, tag)
      else noteCell(tag)
      if (tag.name === 'row' && /\bhidden="(?:1|true)"/.test(tag.attributes)) scan.hiddenRows++
    }
  }
  return scan
}

/** Rows and cells may say where they stand; those that do not follow the one before. */
const followCells = (styles: ReadonlySet<number>, percents: CellSet): ((tag: Tag) => void) => {
  let row = -1
  let column = -1
  return ({ name, attributes }) => {
    const place = /\br="([A-Z]*)(\d+)"/.exec(attributes)
    if (name === 'row') {
      row = place ? Number(place[2]) - 1 : row + 1
      column = -1
      return
    }
    column = place?.[1] ? columnOf(place[1]) : column + 1
    if (styles.has(Number(/\bs="(\d+)"/.exec(attributes)?.[1]))) percents.add(row, column)
  }
}

const noteMerge = (merges: Merge[], { attributes }: Tag): void => {
  const [, left, top, right, bottom] = /\bref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(attributes) ?? []
  if (!left || !right || merges.length >= MOST_MERGES) return
  merges.push({ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) })
}

const columnOf = (letters: string): number => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
