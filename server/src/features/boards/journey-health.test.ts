import { describe, expect, test } from 'vitest'
import { usualThresholds } from '@jieli/core'
import { statusOf } from './board-figure.ts'
import { journeyParts, journeyScore } from './journey-health.ts'

const facts = { touches: 100, touchesInTime: 96, medianMinutes: 108, answered: 50, filled: [50, 40, 50, 40] }

describe('客户旅程健康度', () => {
  test('is the mean of its three parts', () => {
    expect(journeyParts(facts, usualThresholds).map((part) => part.points)).toEqual([96, 100, 90])
    expect(journeyScore(facts, usualThresholds)).toBe(95.3)
  })

  test('being twice as slow as the threshold halves the points for agility, being quicker adds none', () => {
    expect(journeyParts({ ...facts, medianMinutes: 216 }, usualThresholds)[1]?.points).toBe(50)
    expect(journeyParts({ ...facts, medianMinutes: 0 }, usualThresholds)[1]?.points).toBe(100)
  })

  test('being held to more is worth less for the same speed', () => {
    expect(journeyParts(facts, { ...usualThresholds, firstResponse: 0.9 })[1]).toMatchObject({ points: 50, threshold: 0.9 })
  })

  test('leaves out what there is nothing to say of', () => {
    expect(journeyScore({ ...facts, touches: 0, touchesInTime: 0, medianMinutes: null }, usualThresholds)).toBe(90)
    expect(
      journeyScore({ touches: 0, touchesInTime: 0, medianMinutes: null, answered: 0, filled: [0, 0, 0, 0] }, usualThresholds),
    ).toBeNull()
  })
})

describe('statusOf', () => {
  test('meeting the threshold is fine, a little beside it is a warning, far from it is serious', () => {
    expect([92, 91.9, 78.2, 78].map((value) => statusOf(value, 92, 'up'))).toEqual(['ok', 'warn', 'warn', 'err'])
    expect([1.8, 1.9, 4.6].map((value) => statusOf(value, 1.8, 'down'))).toEqual(['ok', 'warn', 'err'])
    expect(statusOf(null, 1.8, 'down')).toBe('ok')
  })
})
