import { expect, test } from 'vitest'
import { boardSchema, boardThresholdsSchema, usualThresholds } from './board.ts'

test('a threshold that is not given is the usual one', () => {
  expect(boardThresholdsSchema.parse({ firstResponse: 1 })).toEqual({ ...usualThresholds, firstResponse: 1 })
})

test.each([
  ['more than all', { followUp48h: 101 }],
  ['nothing, which everybody meets', { visitRate: 0 }],
  ['no time at all', { firstResponse: 0 }],
  ['words', { slowResponse: '4' }],
])('%s is no threshold', (_, thresholds) => {
  expect(boardSchema.safeParse({ id: 'campus', thresholds }).success).toBe(false)
})
