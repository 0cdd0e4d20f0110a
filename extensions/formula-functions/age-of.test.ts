import { expect, test } from 'vitest'
import { ageOf } from './age-of.ts'
import { ask } from '../kit/testing/ask.ts'

const at = (now: string, timeZone = 'Asia/Shanghai') => ask(ageOf, { now, timeZone })

test('turns at midnight where the company is, not where the server is', () => {
  expect(at('2026-11-21T15:59:59Z')('2011-11-22')).toBe(14)
  expect(at('2026-11-21T16:00:00Z')('2011-11-22')).toBe(15)
  expect(at('2026-11-21T16:00:00Z', 'UTC')('2011-11-22')).toBe(14)
})

test('who was born on 29 February turns on 1 March of other years', () => {
  expect(at('2026-02-28T04:00:00Z')('2012-02-29')).toBe(13)
  expect(at('2026-03-01T04:00:00Z')('2012-02-29')).toBe(14)
})

test('a newborn is 0, and nobody has an age without a birthday', () => {
  expect(at('2026-11-21T04:00:00Z')('2026-11-21')).toBe(0)
  expect(at('2026-11-21T04:00:00Z')(null)).toBeNull()
})
