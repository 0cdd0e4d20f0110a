import fc from 'fast-check'
import { expect, test } from 'vitest'
import { backoffDelay } from './live-backoff.ts'

test('every try waits at least half of its step and never more than half a minute', () => {
  fc.assert(
    fc.property(fc.nat(10_000), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, chance) => {
      const step = Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 20))
      expect(backoffDelay(attempt, chance)).toBeGreaterThanOrEqual(step / 2)
      expect(backoffDelay(attempt, chance)).toBeLessThanOrEqual(step)
    }),
  )
})

test('a restart of the server is not met by everybody at once', () => {
  expect(new Set([0, 0.25, 0.5, 1].map((chance) => backoffDelay(3, chance))).size).toBe(4)
})
