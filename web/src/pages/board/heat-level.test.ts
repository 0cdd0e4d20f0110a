import { expect, test } from 'vitest'
import fc from 'fast-check'
import { cellAfter, heatLevel } from './heat-level.ts'

test('nothing is the palest, the greatest the deepest, and more is never paler', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.nat(500), fc.integer({ min: 1, max: 500 }), (a, b, greatest) => {
      const [low, high] = [Math.min(a, b), Math.max(a, b)]
      expect(heatLevel(low, greatest)).toBeLessThanOrEqual(heatLevel(high, greatest))
      expect(heatLevel(greatest, greatest)).toBe(6)
      expect(heatLevel(0, greatest)).toBe(0)
    }),
  )
})

test('one lead is never shown as none', () => {
  expect(heatLevel(1, 10_000)).toBe(1)
})

test('arrow keys stay inside the grid', () => {
  const size = { rows: 2, columns: 3 }
  expect(cellAfter('ArrowRight', { row: 0, column: 0 }, size)).toEqual({ row: 0, column: 1 })
  expect(cellAfter('ArrowUp', { row: 0, column: 1 }, size)).toEqual({ row: 0, column: 1 })
  expect(cellAfter('End', { row: 1, column: 0 }, size)).toEqual({ row: 1, column: 2 })
  expect(cellAfter('a', { row: 1, column: 0 }, size)).toBeNull()
})
