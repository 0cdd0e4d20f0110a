import fc from 'fast-check'
import { expect, it } from 'vitest'
import { makeCellSet } from './cell-set.ts'

it('has the cells that were added, and no other', () => {
  const cell = fc.tuple(fc.integer({ min: 0, max: 3_000 }), fc.integer({ min: 0, max: 5 }))
  fc.assert(
    fc.property(fc.array(cell), fc.array(cell), (added, asked) => {
      const cells = makeCellSet()
      for (const [row, column] of added) cells.add(row, column)
      const known = new Set(added.map(String))
      for (const one of [...added, ...asked]) expect(cells.has(...one)).toBe(known.has(String(one)))
    }),
  )
})

it('keeps nothing of cells that no sheet can have', () => {
  const cells = makeCellSet()
  cells.add(2 ** 40, 0)
  cells.add(0, 2 ** 40)
  expect([cells.has(2 ** 40, 0), cells.has(0, 2 ** 40), cells.has(1_048_575, 0)]).toEqual([false, false, false])
  cells.add(1_048_575, 0)
  expect(cells.has(1_048_575, 0)).toBe(true)
})
