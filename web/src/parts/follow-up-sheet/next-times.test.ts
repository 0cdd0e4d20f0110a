import { expect, test } from 'vitest'
import fc from 'fast-check'
import { clockOf, dayOf } from '../../i18n/zoned-time.ts'
import { presetTimes, proposedAt } from './next-times.ts'

const timeZone = 'Asia/Shanghai'

test('a proposal is never in the past and never at night', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000 }), fc.integer({ min: 0, max: 20_000 }), (minute, after) => {
      const now = Date.parse('2026-01-01T00:00:00Z') + minute * 60_000
      const at = proposedAt(now, after, timeZone)
      expect(Date.parse(at)).toBeGreaterThanOrEqual(now)
      expect(clockOf(at, timeZone) >= '09:00' && clockOf(at, timeZone) <= '20:30').toBe(true)
    }),
  )
})

test('on a Saturday the presets are today, tomorrow at two and Monday at ten', () => {
  const presets = presetTimes(Date.parse('2026-11-21T02:42:00Z'), timeZone)
  expect(presets.map(({ at }) => `${dayOf(at, timeZone)} ${clockOf(at, timeZone)}`)).toEqual([
    '2026-11-21 13:00',
    '2026-11-22 14:00',
    '2026-11-23 10:00',
  ])
})

test('no two presets fall on one day, and none that is called today lies on another', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60 * 24 * 400 }), (minute) => {
      const now = Date.parse('2026-01-01T00:00:00Z') + minute * 60_000
      const presets = presetTimes(now, timeZone)
      expect(new Set(presets.map(({ at }) => dayOf(at, timeZone))).size).toBe(presets.length)
      for (const { name, at } of presets) if (name === 'today') expect(dayOf(at, timeZone)).toBe(dayOf(now, timeZone))
    }),
  )
})
