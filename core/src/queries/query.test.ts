import { expect, it } from 'vitest'
import { boardQuerySchema, groupQuerySchema, recordQuerySchema } from './query.ts'

it('asks for fifty live records and counts nothing until told', () => {
  expect(recordQuerySchema.parse({ object: 'lead' })).toEqual({ object: 'lead', limit: 50, count: 'none', deleted: false })
})

it('refuses members it does not know: a misspelt condition must not mean everything', () => {
  expect(recordQuerySchema.safeParse({ object: 'lead', were: { field: 'a' } }).success).toBe(false)
  expect(
    groupQuerySchema.safeParse({ object: 'lead', groupBy: [], measures: [{ as: 'n', fn: 'count' }], filter: 1 }).success,
  ).toBe(false)
  expect(boardQuerySchema.safeParse({ object: 'lead', by: 'stage', columns: [{ value: 'new' }], deleted: true }).success).toBe(
    false,
  )
})

it('keeps what is asked within bounds', () => {
  const column = { value: 'new' }
  expect(recordQuerySchema.safeParse({ object: 'lead', limit: 1_001 }).success).toBe(false)
  expect(recordQuerySchema.safeParse({ object: 'lead', limit: 0 }).success).toBe(false)
  expect(groupQuerySchema.safeParse({ object: 'lead', groupBy: [], measures: [] }).success).toBe(false)
  expect(
    boardQuerySchema.safeParse({ object: 'lead', by: 'stage', columns: Array.from({ length: 21 }, () => column) }).success,
  ).toBe(false)
  expect(groupQuerySchema.safeParse({ object: 'lead', groupBy: [], measures: [{ as: '1; DROP', fn: 'count' }] }).success).toBe(
    false,
  )
})

it('refuses conditions nested ten thousand deep without falling over', () => {
  let where: unknown = { field: 'a' }
  for (let level = 0; level < 10_000; level += 1) where = { call: 'not', args: [where] }
  expect(recordQuerySchema.safeParse({ object: 'lead', where }).success).toBe(false)
})
