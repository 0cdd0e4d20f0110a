import { expect, test } from 'vitest'
import { newId } from './new-id.ts'

const now = '2026-11-21T16:30:00.000Z'

test('is a uuid of version 7 that carries its time', () => {
  const id = newId(now)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.parse(now))
})

test('ids of one millisecond sort in the order in which they were made, and a later time sorts after', () => {
  const ids = Array.from({ length: 2_000 }, () => newId('2026-11-21T16:30:01.000Z'))
  expect(ids).toEqual(ids.toSorted())
  expect(newId('2026-11-21T16:30:01.001Z') > ids[1_999]!).toBe(true)
})

test('are never made twice, though their random bytes come from one pool', () => {
  const ids = Array.from({ length: 10_000 }, (_, at) => newId(new Date(Date.parse(now) + (at % 7)).toISOString()))
  expect(new Set(ids).size).toBe(10_000)
})
