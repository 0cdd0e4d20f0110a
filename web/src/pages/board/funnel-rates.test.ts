import { expect, test } from 'vitest'
import { stepRates } from './funnel-rates.ts'

const step = (count: number, before: number, ahead = 0) => ({ count, before, ahead, aheadBefore: 0 })

test('each rate is of the step before, and its change in points', () => {
  const steps = [step(1_284, 1_000), step(1_216, 934), step(486, 366)]
  expect(stepRates(steps)).toEqual([
    { rate: 94.7, change: 1.3, fellMost: false },
    { rate: 40, change: 0.8, fellMost: false },
  ])
})

test('only the greatest fall is called out, and only if it is one', () => {
  const fell = stepRates([step(100, 100), step(60, 65), step(30, 40)])
  expect(fell.map(({ fellMost }) => fellMost)).toEqual([false, true])
  expect(stepRates([step(100, 100), step(99, 99.5)])[0]?.fellMost).toBe(false)
})

test('an empty step has no rate instead of a wrong one', () => {
  expect(stepRates([step(0, 0), step(0, 0)])).toEqual([{ rate: null, change: null, fellMost: false }])
})

test('whoever cannot have gone on yet does not count against the rate', () => {
  expect(stepRates([step(100, 100, 60), step(30, 70)])[0]).toMatchObject({ rate: 75, change: 5 })
})
