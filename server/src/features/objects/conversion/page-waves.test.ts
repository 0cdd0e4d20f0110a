import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstWave, nextWave, WAVES, type Wave } from './page-waves.ts'

describe('waves over the pages of a table', () => {
  it('leave out no page and no place in it, however long they take', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0.01, max: 5_000, noNaN: true }), { minLength: 1, maxLength: 200 }), (times) => {
        const seen: Wave[] = []
        let at = firstWave
        for (const took of times) {
          seen.push(at)
          at = nextWave(at, took)
        }
        const stretches = Map.groupBy(seen, ({ first }) => first)
        let beyond = 0
        for (const [first, waves] of stretches) {
          expect(first).toBe(beyond)
          beyond = first + (waves[0]?.pages ?? 0)
          if (beyond <= at.first)
            expect(waves.map(({ wave }) => wave)).toEqual(Array.from({ length: WAVES }, (_, wave) => wave))
        }
      }),
    )
  })

  it('never get smaller than is worth a step, and grow to no more than twice at once', () => {
    const after = (took: number): Wave => {
      let at = firstWave
      for (let wave = 0; wave < WAVES; wave++) at = nextWave(at, wave === 0 ? took : 1)
      return at
    }
    expect(after(10_000).pages).toBe(firstWave.pages)
    expect(after(0.1).pages).toBeGreaterThan(firstWave.pages)
    expect(after(0.1).pages).toBeLessThanOrEqual(firstWave.pages * 2)
  })
})
