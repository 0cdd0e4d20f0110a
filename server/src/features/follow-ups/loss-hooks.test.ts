import { describe, expect, test } from 'vitest'
import type { Values } from '../records/change.ts'
import { valuesAtLoss } from './loss-hooks.ts'

const record = (values: Values) => ({
  id: 'a',
  rev: 1,
  ownerId: null,
  departmentPath: null,
  createdAt: '2026-11-16T04:00:00.000Z',
  createdBy: null,
  values,
})
const change = (before: Values | null, after: Values): Values | null =>
  valuesAtLoss({ before: before && record(before), after: record(after) })

describe('what is kept when a lead is given up', () => {
  test('the stage it stood at and what was heard of it before, not what closed it', () => {
    expect(change({ stage: 'visited', outcome: 'comparing' }, { stage: 'lost', outcome: 'not-now' })).toEqual({
      lostStage: 'visited',
      lostOutcome: 'comparing',
    })
  })

  test('nothing of a lead that comes in as given up', () => {
    expect(change(null, { stage: 'lost' })).toEqual({ lostStage: null, lostOutcome: null })
  })

  test('stays while it is lost, and goes when somebody works on it again', () => {
    expect(change({ stage: 'lost', outcome: 'not-now' }, { stage: 'lost', outcome: 'no-answer' })).toBeNull()
    expect(change({ stage: 'lost' }, { stage: 'contacted' })).toEqual({ lostStage: null, lostOutcome: null })
  })

  test('is not touched by a change on the way', () => {
    expect(change({ stage: 'contacted' }, { stage: 'visited' })).toBeNull()
    expect(change(null, { stage: 'new' })).toBeNull()
  })
})
