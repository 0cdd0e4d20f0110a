import { expect, test } from 'vitest'
import type { CrmRecord } from '@jieli/core'
import { rotOf } from './rot-of.ts'

const now = Date.parse('2026-07-01T12:00:00Z')
const due = (nextAt: string | null): CrmRecord => ({ id: 'a', rev: 1, values: { nextAt } }) as unknown as CrmRecord

test('a lead turns when its time is past, and more so after a day', () => {
  expect(rotOf(due('2026-07-01T12:00:00Z'), now, false)).toBe('')
  expect(rotOf(due('2026-07-01T11:59:59Z'), now, false)).toBe('late')
  expect(rotOf(due('2026-06-30T12:00:01Z'), now, false)).toBe('late')
  expect(rotOf(due('2026-06-30T12:00:00Z'), now, false)).toBe('rotten')
})

test('what is closed or has no time does not turn', () => {
  expect(rotOf(due('2026-01-01T00:00:00Z'), now, true)).toBe('')
  expect(rotOf(due(null), now, false)).toBe('')
})
