import { expect, test } from 'vitest'
import { nextColumn } from './next-column.ts'

const columns = [
  { left: 520, top: 100, width: 250 },
  { left: 0, top: 100, width: 250 },
  { left: 260, top: 100, width: 250 },
]

test('arrow keys carry a card to the column beside, in the order seen', () => {
  expect(nextColumn('ArrowRight', { x: 8, y: 300 }, columns)).toEqual({ x: 268, y: 148 })
  expect(nextColumn('ArrowLeft', { x: 268, y: 148 }, columns)).toEqual({ x: 8, y: 148 })
})

test('beyond the first and the last there is nothing, and other keys do not move', () => {
  expect(nextColumn('ArrowLeft', { x: 8, y: 148 }, columns)).toBeNull()
  expect(nextColumn('ArrowRight', { x: 528, y: 148 }, columns)).toBeNull()
  expect(nextColumn('ArrowDown', { x: 8, y: 148 }, columns)).toBeNull()
})
