import { expect, test } from 'vitest'
import { fillBuckets } from './fill-buckets.ts'

const span = { from: '2026-11-15T16:00:00.000Z', to: '2026-11-18T04:00:00.000Z' }
const timeZone = 'Asia/Shanghai'

test('days on which nothing happened are points too', () => {
  const found = [{ keys: ['2026-11-17'], value: 3 }]
  expect(fillBuckets(found, { bucket: 'day', span, timeZone, empty: 0 })).toEqual([
    { keys: ['2026-11-16'], value: 0 },
    { keys: ['2026-11-17'], value: 3 },
    { keys: ['2026-11-18'], value: 0 },
  ])
})

test('a bucket that began before the span is one of it, and a mean of nothing is nothing', () => {
  expect(fillBuckets([], { bucket: 'month', span, timeZone, empty: null })).toEqual([{ keys: ['2026-11-01'], value: null }])
})
