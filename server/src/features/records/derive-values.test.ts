import { expect, test } from 'vitest'
import type { Context } from '../workspace/workspace.ts'
import type { Applied } from './change.ts'
import { deriveValues } from './derive-values.ts'

const context = {} as Context
const planned = (changed: boolean): Applied => ({
  action: 'update',
  before: null,
  after: {
    id: 'a',
    rev: 2,
    ownerId: null,
    departmentPath: null,
    createdAt: '2026-11-16T04:00:00.000Z',
    createdBy: null,
    values: { stage: 'lost' },
  },
  changed,
  eventId: null,
})
const hooks = [
  { object: 'lead', derive: () => ({ lostStage: 'visited' }) },
  { object: 'lead', derive: () => null },
  { object: 'lead' },
]

test('what features keep beside a change is added to it', () => {
  expect(deriveValues(context, hooks, [planned(true)])[0]?.after.values).toEqual({ stage: 'lost', lostStage: 'visited' })
})

test('a change that changes nothing gets nothing', () => {
  expect(deriveValues(context, hooks, [planned(false)])[0]?.after.values).toEqual({ stage: 'lost' })
})
