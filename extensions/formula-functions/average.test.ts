import fc from 'fast-check'
import { expect, test } from 'vitest'
import { average } from './average.ts'
import { anyCents, ask } from '../kit/testing/ask.ts'

const mean = ask(average)

test('lies between the least and the greatest, and is the value itself when all are the same', () => {
  fc.assert(
    fc.property(fc.array(anyCents, { minLength: 1, maxLength: 7 }), (cents) => {
      const worth = Number(mean(...cents))
      expect(worth).toBeGreaterThanOrEqual(Math.min(...cents))
      expect(worth).toBeLessThanOrEqual(Math.max(...cents))
      const [first = 0] = cents
      expect(mean(...cents.map(() => first))).toBe(first + 0)
    }),
  )
})

test('counts only who is there: an empty score pulls nobody down', () => {
  expect(mean(80, null, 100, null)).toBe(90)
})
