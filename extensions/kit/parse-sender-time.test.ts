import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { parseSenderTime } from './parse-sender-time.ts'

describe('parseSenderTime', () => {
  it.each([
    [1767225600, '2026-01-01T00:00:00.000Z'],
    ['1767225600', '2026-01-01T00:00:00.000Z'],
    [1767225600123, '2026-01-01T00:00:00.123Z'],
    ['2026-01-01 08:00:00', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01', '2025-12-31T16:00:00.000Z'],
    ['2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z'],
    ['2026-01-01T09:30:00.5+09:30', '2026-01-01T00:00:00.500Z'],
  ])('reads %s', (input, instant) => {
    expect(parseSenderTime(input)).toBe(instant)
  })

  it('answers undefined for what is no time', () => {
    for (const input of ['', '昨天', '2026-13-45', '12345', null, {}, true]) expect(parseSenderTime(input)).toBeUndefined()
  })

  it('gives back every instant it is given in ISO', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }), (at) => {
        expect(parseSenderTime(at.toISOString())).toBe(at.toISOString())
      }),
    )
  })
})
