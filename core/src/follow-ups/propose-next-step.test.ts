import { expect, test } from 'vitest'
import { outcomeSchema } from './outcome.ts'
import { proposeNextStep } from './propose-next-step.ts'

const now = '2026-11-21T16:30:00.000Z'
const next = { action: { 'zh-CN': '到店试听', en: 'Trial lesson' }, afterMinutes: 1_440 }
const outcome = (facts: Record<string, unknown>) => outcomeSchema.parse({ id: 'o', label: { 'zh-CN': '需试听' }, ...facts })

test('a day later is the same time of the next day, in the reader’s words', () => {
  expect(proposeNextStep(outcome({ next }), now, 'en')).toEqual({
    nextAction: 'Trial lesson',
    nextAt: '2026-11-22T16:30:00.000Z',
  })
})

test('after a result that closes nothing follows, though a step is kept with it', () => {
  expect(proposeNextStep(outcome({ next, closes: true }), now, 'zh-CN')).toBeNull()
  expect(proposeNextStep(outcome({}), now, 'zh-CN')).toBeNull()
})
