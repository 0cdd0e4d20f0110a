import fc from 'fast-check'
import { expect, test } from 'vitest'
import { moveItem } from './move-item.ts'

test('moving keeps every item and puts the moved one where it was meant to be', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.nat(), fc.integer(), (list, from, to) => {
      const start = from % list.length
      const moved = moveItem(list, start, to)
      expect(moved.toSorted()).toEqual(list.toSorted())
      expect(moved.indexOf(list[start]!)).toBe(Math.max(0, Math.min(list.length - 1, to)))
    }),
  )
})

test('nothing is moved from where nothing is', () => {
  expect(moveItem(['a'], 5, 0)).toEqual(['a'])
})
