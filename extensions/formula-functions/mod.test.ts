import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mod } from './mod.ts'
import { ask } from '../kit/testing/ask.ts'

const rest = ask(mod)
const number = fc.integer({ min: -100_000, max: 100_000 })

test('is smaller than the divisor, has its sign, and leaves a multiple of it', () => {
  fc.assert(
    fc.property(
      number,
      number.filter((by) => by !== 0),
      (from, by) => {
        const left = Number(rest(from, by))
        expect(Math.abs(left)).toBeLessThan(Math.abs(by))
        expect(left === 0 || Math.sign(left) === Math.sign(by)).toBe(true)
        expect(Math.abs((from - left) % by)).toBe(0)
      },
    ),
  )
})

test('of fractions is exact: 0.3 holds a tenth three times', () => {
  expect(rest(0.3, 0.1)).toBe(0)
})

test('by zero is absent', () => {
  expect(rest(5, 0)).toBeNull()
})
