import type { Changing } from '../use-quick-change.ts'
import type { BoardColumn } from './use-board.ts'

/** The board with what is being moved already where it goes, and counts to match. */
export const columnsOf = (columns: readonly BoardColumn[], by: string, changing: Changing): BoardColumn[] =>
  columns.map((column) => {
    const staying = column.records.filter(({ id }) => !changing.has(id))
    const coming = [...changing.values()].filter(
      (record) => (record.values[by] ?? null) === column.value && !column.records.some(({ id }) => id === record.id),
    )
    const kept = column.records
      .filter(({ id }) => changing.has(id))
      .flatMap(({ id }) => {
        const changed = changing.get(id)
        return changed && (changed.values[by] ?? null) === column.value ? [changed] : []
      })
    const records = [...coming, ...kept, ...staying]
    const { count } = column
    return {
      ...column,
      records,
      ...(count ? { count: { ...count, value: count.value + records.length - column.records.length } } : {}),
    }
  })
