import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateBuckets } from '@jieli/core'
import { addDays } from '@jieli/core/time/zoned-time'
import { bucketBefore, bucketOf, nextBucket } from './date-buckets.ts'

test('a day lies in its week from Monday, its month, its quarter and its year', () => {
  expect(dateBuckets.map((bucket) => bucketOf('2026-11-22', bucket))).toEqual([
    '2026-11-22',
    '2026-11-16',
    '2026-11-01',
    '2026-10-01',
    '2026-01-01',
  ])
})

test('buckets follow one another without gap or overlap, leap years and all', () => {
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1999-12-28', days))
  fc.assert(
    fc.property(day, fc.constantFrom(...dateBuckets), (at, bucket) => {
      const start = bucketOf(at, bucket)
      const next = nextBucket(start, bucket)
      expect(start <= at && at < next).toBe(true)
      expect(bucketOf(next, bucket)).toBe(next)
      expect(bucketOf(addDays(next, -1), bucket)).toBe(start)
      expect(nextBucket(bucketBefore(start, bucket), bucket)).toBe(start)
    }),
  )
})
