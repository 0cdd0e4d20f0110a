import { expect, test } from 'vitest'
import type { CardGroup } from '../../../data/boards.ts'
import { gridOf, linePath, ringParts, roundAbove } from './chart-shapes.ts'

const group = (first: string | null, second: string, value: number | null): CardGroup => ({
  keys: [first, second],
  value,
  query: { object: 'lead' },
})

test('an axis ends at a round number', () => {
  expect([0, 0.3, 1, 7, 12, 51, 1_000].map(roundAbove)).toEqual([1, 0.5, 1, 10, 20, 100, 1_000])
})

test('two keys are rows and columns, the greatest first, times in their order', () => {
  const grid = gridOf(
    [group('a', '2026-11', 1), group('b', '2026-10', 5), group('b', '2026-11', 2), group(null, '2026-10', null)],
    { rows: false, columns: true },
  )
  expect(grid.columns).toEqual(['2026-10', '2026-11'])
  expect(grid.rows.map(({ key, total, cells }) => [key, total, ...cells.map((cell) => cell?.value ?? null)])).toEqual([
    ['b', 7, 5, 2],
    ['a', 1, null, 1],
    [null, 0, null, null],
  ])
})

test('a line has a gap where there is nothing', () => {
  expect(linePath([0, 10, null, 5], 10)).toBe('M0.00 100.00L33.33 0.00M100.00 50.00')
  expect(linePath([5], 10)).toBe('M50.00 50.00')
})

test('parts of a ring make it whole', () => {
  expect(ringParts([1, null, 3, -2])).toEqual([
    { start: 0, length: 25 },
    { start: 25, length: 0 },
    { start: 25, length: 75 },
    { start: 100, length: 0 },
  ])
  expect(ringParts([0])).toEqual([{ start: 0, length: 0 }])
})
