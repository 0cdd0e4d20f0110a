import { expect, test } from 'vitest'
import { stepRates } from './funnel-rates.ts'

test('each rate is of the step before, and its change in points', () => {
  const steps = [
    { count: 1_284, before: 1_000 },
    { count: 1_216, before: 934 },
    { count: 486, before: 366 },
  ]
  expect(stepRates(steps)).toEqual([
    { rate: 94.7, change: 1.3, fellMost: false },
    { rate: 40, change: 0.8, fellMost: false },
  ])
})

test('only the greatest fall is called out, and only if it is one', () => {
  const fell = stepRates([
    { count: 100, before: 100 },
    { count: 60, before: 65 },
    { count: 30, before: 40 },
  ])
  expect(fell.map(({ fellMost }) => fellMost)).toEqual([false, true])
  expect(
    stepRates([
      { count: 100, before: 100 },
      { count: 99, before: 99.5 },
    ])[0]?.fellMost,
  ).toBe(false)
})

test('an empty step has no rate instead of a wrong one', () => {
  expect(
    stepRates([
      { count: 0, before: 0 },
      { count: 0, before: 0 },
    ]),
  ).toEqual([{ rate: null, change: null, fellMost: false }])
})
