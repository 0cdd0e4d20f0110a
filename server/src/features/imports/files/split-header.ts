import { AppError } from '@jieli/core'
import { fileLimits } from './file-limits.ts'
import type { FileRow } from './file-row.ts'
import { unreadable } from './unreadable.ts'

/** A table with its headers told apart from its rows. Headers are never empty and never the same twice. */
export interface HeadedTable {
  headers: string[]
  rows: AsyncIterable<FileRow>
}

/** A title above the table (「2026 春季线索」) stands alone in its row; the header is the first row with company. */
const MOST_TITLE_ROWS = 8

export const splitHeader = async (rows: AsyncIterable<FileRow>): Promise<HeadedTable> => {
  const iterator = rows[Symbol.asyncIterator]()
  const above: FileRow[] = []
  for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
    if (isBlank(step.value)) continue
    above.push(step.value)
    if (filled(step.value) > 1 || above.length > MOST_TITLE_ROWS) break
  }
  const last = above.at(-1)
  if (!last) throw unreadable('里面没有内容')
  const header = filled(last) > 1 ? last : above[0]
  const waiting = header === last ? [] : above.slice(1)
  return { headers: headersOf(header?.cells ?? []), rows: rest(waiting, iterator) }
}

async function* rest(waiting: FileRow[], iterator: AsyncIterator<FileRow>): AsyncGenerator<FileRow> {
  let count = 0
  try {
    for (const row of waiting) yield row
    for (let step = await iterator.next(); !step.done; step = await iterator.next()) {
      if (isBlank(step.value)) continue
      if (++count > fileLimits.rows) throw new AppError('too-large', { details: { limit: `${fileLimits.rows / 10_000} 万行` } })
      yield step.value
    }
  } finally {
    await iterator.return?.()
  }
}

const isBlank = (row: FileRow): boolean => row.cells.every((cell) => cell.trim() === '')
const filled = (row: FileRow): number => row.cells.filter((cell) => cell.trim() !== '').length

const headersOf = (cells: readonly string[]): string[] => {
  const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (width > fileLimits.columns) throw new AppError('too-large', { details: { limit: `${fileLimits.columns} 列` } })
  const seen = new Map<string, number>()
  return cells.slice(0, width).map((cell, index) => {
    const name = cell.normalize('NFKC').replace(/\s+/gu, ' ').trim().slice(0, 100) || `第 ${index + 1} 列`
    const times = (seen.get(name) ?? 0) + 1
    seen.set(name, times)
    return times === 1 ? name : `${name} (${times})`
  })
}
