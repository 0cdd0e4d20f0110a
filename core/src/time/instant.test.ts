import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatInstant, isInstant, parseInstant } from './instant.ts'

it('keeps the microseconds of PostgreSQL, which a Date would lose', () => {
  const micros = parseInstant('2026-11-21T08:00:00.123456+08:00')
  expect(micros).toBe(BigInt(Date.UTC(2026, 10, 21)) * 1_000n + 123_456n)
  expect(formatInstant(micros ?? 0n)).toBe('2026-11-21T00:00:00.123456Z')
  expect(formatInstant(parseInstant('2026-11-21T00:00Z') ?? 0n)).toBe('2026-11-21T00:00:00.000Z')
})

it.each([
  '2026-11-21',
  '2026-11-21T08:00',
  '2026-11-21T24:00Z',
  '2026-11-21T08:60Z',
  '2026-02-30T08:00Z',
  '2026-11-21T08:00+15:00',
  '',
])('knows that %j is no moment', (text) => {
  expect(parseInstant(text)).toBeNull()
})

it('reads every instant it writes, before 1970 too', () => {
  const limit = 60_000_000_000_000_000n
  fc.assert(
    fc.property(fc.bigInt({ min: -limit, max: limit }), (micros) => {
      expect(isInstant(micros)).toBe(true)
      expect(parseInstant(formatInstant(micros))).toBe(micros)
    }),
  )
})

it('agrees with Date on whatever both can say', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('0002-01-01'), max: new Date('9998-12-31'), noInvalidDate: true }), (date) => {
      expect(parseInstant(date.toISOString())).toBe(BigInt(date.getTime()) * 1_000n)
    }),
  )
})
