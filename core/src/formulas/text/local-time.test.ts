import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLocalTime, writeLocalTime } from './local-time.ts'

test('a wall clock is read in its zone', () => {
  expect(readLocalTime('2026-11-21 08:00', 'Asia/Shanghai')).toBe('2026-11-21T00:00:00.000Z')
  expect(readLocalTime('2026-11-21', 'America/Los_Angeles')).toBe('2026-11-21T08:00:00.000Z')
  expect(readLocalTime('2026-02-30 08:00', 'Asia/Shanghai')).toBeNull()
  expect(readLocalTime('2026-11-21T08:00:00Z', 'Asia/Shanghai')).toBeNull()
})

test('what is written is read back as the same moment; the second time a clock shows an hour is left in UTC', () => {
  const second = fc.integer({ min: 0, max: 4_000_000_000 })
  fc.assert(
    fc.property(second, fc.constantFrom('Asia/Shanghai', 'America/Los_Angeles', 'UTC'), (at, zone) => {
      const instant = new Date(at * 1_000).toISOString()
      const text = writeLocalTime(instant, zone)
      if (text !== null) expect(readLocalTime(text, zone)).toBe(instant)
      if (zone === 'UTC') expect(text).not.toBeNull()
    }),
  )
  expect(writeLocalTime('2026-11-21T00:00:00.123Z', 'Asia/Shanghai')).toBeNull()
  const twice = ['2026-11-01T08:30:00.000Z', '2026-11-01T09:30:00.000Z'].map((at) => writeLocalTime(at, 'America/Los_Angeles'))
  expect(twice.filter((text) => text === null)).toHaveLength(1)
})
