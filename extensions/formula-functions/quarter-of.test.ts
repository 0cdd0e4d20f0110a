import { expect, test } from 'vitest'
import { quarterOf } from './quarter-of.ts'
import { ask } from '../kit/testing/ask.ts'

test('changes with January, April, July and October, at midnight of the place', () => {
  expect(['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((day) => ask(quarterOf)(day))).toEqual([1, 2, 2, 3])
  expect(ask(quarterOf)('2026-09-30T15:59:59Z')).toBe(3)
  expect(ask(quarterOf)('2026-09-30T16:00:00Z')).toBe(4)
})
