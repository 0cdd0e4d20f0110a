import { expect, test } from 'vitest'
import { manifestSchema } from './manifest.ts'

const manifest = {
  format: 'jieli-backup',
  version: 1,
  createdAt: '2026-11-21T16:30:00.000Z',
  schema: 'w_demo',
  postgres: '18.1',
  migrations: [],
  before: [],
  after: [],
  tables: [{ name: 'o_1', bytes: 1, sha256: 'a'.repeat(64), columns: ['id'], rows: 0 }],
  files: [],
}
const isTaken = (facts: Record<string, unknown>): boolean => manifestSchema.safeParse({ ...manifest, ...facts }).success

test('a backup of ours is taken, one of a later version or with members nobody knows is not', () => {
  expect(isTaken({})).toBe(true)
  expect(isTaken({ version: 2 })).toBe(false)
  expect(isTaken({ more: true })).toBe(false)
})

test('a schema is a name, not a piece of SQL', () => {
  expect(isTaken({ schema: 'w_x; DROP SCHEMA public' })).toBe(false)
  expect(isTaken({ schema: 'public' })).toBe(false)
})

test('every part can be checked before anything is touched', () => {
  expect(isTaken({ files: [{ name: 'a', bytes: 1, sha256: 'short' }] })).toBe(false)
  expect(isTaken({ files: [{ name: 'a', bytes: -1, sha256: 'a'.repeat(64) }] })).toBe(false)
})
