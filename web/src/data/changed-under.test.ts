import { expect, test } from 'vitest'
import { changedUnder } from './changed-under.ts'

const record = (rev: number, values: Record<string, string | null>) => ({ id: 'l1', rev, values })

test('a change of other fields is no conflict', () => {
  expect(changedUnder(record(1, { stage: 'new', note: 'a' }), record(2, { stage: 'new', note: 'b' }), ['stage'])).toEqual([])
})

test('a change of the same field is one, and an empty value equals a missing one', () => {
  expect(changedUnder(record(1, { stage: 'new' }), record(2, { stage: 'lost', note: null }), ['stage', 'note'])).toEqual([
    'stage',
  ])
})
