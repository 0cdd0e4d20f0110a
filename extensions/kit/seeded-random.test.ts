import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createRandom, seedOf } from './seeded-random.ts'

const many = <T>(draw: () => T, count = 4_000): T[] => Array.from({ length: count }, draw)
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length

describe('a stream of chance', () => {
  it('is the same for the same seed, and another for another', () => {
    const draw = (seed: number) => many(createRandom(seed).next, 20)
    expect(draw(7)).toEqual(draw(7))
    expect(draw(7)).not.toEqual(draw(8))
  })

  it('stays within what is asked, whatever the seed', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: -50, max: 50 }), fc.nat(50), (seed, from, width) => {
        const random = createRandom(seed)
        const number = random.integer(from, from + width)
        expect(Number.isInteger(number)).toBe(true)
        expect(number).toBeGreaterThanOrEqual(from)
        expect(number).toBeLessThanOrEqual(from + width)
        expect(random.next()).toBeLessThan(1)
        expect(['a', 'b']).toContain(random.pick(['a', 'b']))
      }),
    )
  })

  it('never gives what weighs nothing, and gives the rest by weight', () => {
    const random = createRandom(1)
    const drawn = many(() =>
      random.weighted([
        ['never', 0],
        ['seldom', 1],
        ['often', 3],
      ]),
    )
    expect(drawn).not.toContain('never')
    expect(drawn.filter((one) => one === 'often').length / drawn.length).toBeCloseTo(0.75, 1)
  })

  it('counts around its mean, and delays around their median', () => {
    const random = createRandom(2)
    expect(mean(many(() => random.poisson(3)))).toBeCloseTo(3, 0)
    const delays = many(() => random.around(10, 1)).toSorted((a, b) => a - b)
    expect(delays[0]).toBeGreaterThan(0)
    expect(delays[2_000]).toBeGreaterThan(8)
    expect(delays[2_000]).toBeLessThan(12)
  })
})

it('makes seeds of names that do not run together', () => {
  expect(seedOf('lead', 1)).toBe(seedOf('lead', 1))
  expect(seedOf('lead', 11)).not.toBe(seedOf('lead1', 1))
  expect(new Set(many(() => 0, 1_000).map((_, index) => seedOf('lead', index))).size).toBe(1_000)
})
