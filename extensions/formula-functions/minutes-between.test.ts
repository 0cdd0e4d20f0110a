import fc from 'fast-check'
import { expect, test } from 'vitest'
import { minutesBetween } from './minutes-between.ts'
import { anyInstant, ask } from '../kit/testing/ask.ts'

const between = ask(minutesBetween)

test('a minute that is not full does not count, in either direction', () => {
  expect(between('2026-11-21T00:00:00Z', '2026-11-21T00:00:59.999Z')).toBe(0)
  expect(between('2026-11-21T00:00:59.999Z', '2026-11-21T00:00:00Z')).toBe(0)
})

test('turned round it is the negative', () => {
  fc.assert(
    fc.property(anyInstant, anyInstant, (from, to) => {
      expect(Number(between(to, from))).toBe(0 - Number(between(from, to)))
    }),
  )
})
