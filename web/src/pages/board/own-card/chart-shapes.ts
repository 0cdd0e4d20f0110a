import type { Value } from '@jieli/core'
import type { RecordsBehind } from '../../../data/board.ts'
import type { CardGroup } from '../../../data/boards.ts'

/** The least round number that holds a figure: 1, 2 or 5 times a power of ten. */
export const roundAbove = (value: number): number => {
  if (value <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(value))
  const steps = value / power
  return (steps <= 1 ? 1 : steps <= 2 ? 2 : steps <= 5 ? 5 : 10) * power
}

/** Values of the first key in rows, of the second in columns; with one key there is one column. */
export interface Grid {
  rows: { key: Value; total: number; cells: (GridCell | null)[] }[]
  columns: Value[]
}
export interface GridCell {
  value: number
  query: RecordsBehind
}

const same = (key: Value): string => JSON.stringify(key ?? null)

/** Rows keep the order they come in where that is time, else the greatest comes first; columns likewise. */
export const gridOf = (groups: readonly CardGroup[], keepsOrder: { rows: boolean; columns: boolean }): Grid => {
  const sumBy = (at: number): [Value, number][] => {
    const sums = new Map<string, [Value, number]>()
    for (const { keys, value } of groups) {
      const key = keys[at] ?? null
      const known = sums.get(same(key)) ?? [key, 0]
      sums.set(same(key), [key, known[1] + (value ?? 0)])
    }
    return [...sums.values()]
  }
  const inOrder = (sums: [Value, number][], kept: boolean): [Value, number][] =>
    kept
      ? sums.toSorted(([a], [b]) => (a === null ? 1 : b === null ? -1 : String(a) < String(b) ? -1 : 1))
      : sums.toSorted((a, b) => b[1] - a[1])
  const cells = new Map(groups.map((group) => [`${same(group.keys[0] ?? null)} ${same(group.keys[1] ?? null)}`, group]))
  const columns = inOrder(sumBy(1), keepsOrder.columns).map(([key]) => key)
  const rows = inOrder(sumBy(0), keepsOrder.rows).map(([key, total]) => ({
    key,
    total,
    cells: columns.map((column) => {
      const group = cells.get(`${same(key)} ${same(column)}`)
      return group && group.value !== null ? { value: group.value, query: group.query } : null
    }),
  }))
  return { rows, columns }
}

/** Points of a line in a box of 100 × 100, by how far along and how high; gaps break it. */
export const linePath = (values: readonly (number | null)[], top: number): string => {
  let isDrawing = false
  return values
    .map((value, index) => {
      if (value === null) {
        isDrawing = false
        return ''
      }
      const x = values.length < 2 ? 50 : (index * 100) / (values.length - 1)
      const step = `${isDrawing ? 'L' : 'M'}${x.toFixed(2)} ${(100 - (Math.max(0, value) / top) * 100).toFixed(2)}`
      isDrawing = true
      return step
    })
    .join('')
}

/** Where each part of a ring begins and how long it is, of 100 in all; nothing and less take no room. */
export const ringParts = (values: readonly (number | null)[]): { start: number; length: number }[] => {
  const sizes = values.map((value) => Math.max(0, value ?? 0))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  let start = 0
  return sizes.map((size) => {
    const part = { start, length: total === 0 ? 0 : (size / total) * 100 }
    start += part.length
    return part
  })
}
