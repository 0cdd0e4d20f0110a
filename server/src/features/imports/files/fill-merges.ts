import type { FileRow } from './file-row.ts'
import type { Merge } from './scan-sheet.ts'

/**
 * Gives each row of a block merged downwards the value that people see in it: 校区 written once for twenty rows is the
 * campus of all twenty. Blocks that only spread sideways are headings and stay as they are.
 */
export async function* fillMerges(rows: AsyncIterable<FileRow>, merges: readonly Merge[]): AsyncGenerator<FileRow> {
  const waiting = merges.filter((merge) => merge.bottom > merge.top).toSorted((a, b) => a.top - b.top)
  let open: { merge: Merge; value: string }[] = []
  let next = 0
  for await (const row of rows) {
    const at = row.number - 1
    open = open.filter(({ merge }) => merge.bottom >= at)
    for (const { merge, value } of open) row.cells[merge.left] = value
    for (let merge = waiting[next]; merge && merge.top <= at; merge = waiting[++next]) {
      if (merge.top === at) open.push({ merge, value: row.cells[merge.left] ?? '' })
    }
    yield { number: row.number, cells: Array.from(row.cells, (cell) => cell ?? '') }
  }
}
