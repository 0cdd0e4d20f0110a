import { expect, test } from 'vitest'
import { withNextVersion } from './next-version.ts'

const rule = { id: 'a', version: 3, pool: { roles: ['consultant'], users: [] } }

test('a rule that changes gets the next version, whatever version it was handed in with', () => {
  expect(withNextVersion(rule, { ...rule, version: 1, id: 'b' })).toEqual({ ...rule, id: 'b', version: 4 })
})

test('a rule that is written as it was, in whatever order, keeps its version', () => {
  const same = { pool: { users: [], roles: ['consultant'] }, version: 9, id: 'a' }
  expect(withNextVersion(rule, same)).toEqual(rule)
})

test('a new rule, one that goes, and what has no version are left alone', () => {
  expect(withNextVersion(undefined, rule)).toEqual(rule)
  expect(withNextVersion(rule, null)).toBeNull()
  expect(withNextVersion({ id: 'v' }, { id: 'w' })).toEqual({ id: 'w' })
})
