import { expect, it } from 'vitest'
import { percentOf } from './computing.ts'

it('says how far it is, never that it is through while it is not, and nothing before all are counted', () => {
  expect(percentOf({ done: 62, total: 100 })).toBe(62)
  expect(percentOf({ done: 1_005, total: 1_000 })).toBe(99)
  expect(percentOf({ done: 0, total: null })).toBeNull()
  expect(percentOf({ done: 0, total: 0 })).toBeNull()
})
