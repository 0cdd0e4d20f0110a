import { describe, expect, it } from 'vitest'
import { call, field, literal, type AuthorisedRecordQuery, type Hop, type ResolvedField } from '@jieli/core'
import { FieldUses } from './field-uses.ts'

// Only what is looked at of a query: its paths, and where they stand.
const plain = (column: string): ResolvedField => ({ field: { column }, hops: [] }) as unknown as ResolvedField
const across = (column: string, ...hops: [relation: string, target: string][]): ResolvedField =>
  ({
    field: { column },
    hops: hops.map(([relation, table]) => ({ relation: { column: relation }, target: { table } }) as unknown as Hop),
  }) as unknown as ResolvedField
const fields = new Map([
  ['stage', plain('f_1')],
  ['score', plain('f_2')],
  ['owner', plain('owner_id')],
  ['campus.region.name', across('f_9', ['f_3', 'o_5'], ['f_7', 'o_6'])],
])
const asked = (query: Partial<AuthorisedRecordQuery['query']>) =>
  ({ query, fields, object: { table: 'o_1' } }) as unknown as AuthorisedRecordQuery
const is = (path: string) => call('equals', field(path), literal('x'))

const usesOf = (query: Partial<AuthorisedRecordQuery['query']>) => {
  const uses = new FieldUses()
  uses.note(asked(query))
  return uses.take().map(({ use }) => `${use.table} ${use.column} ${use.purpose}`)
}

describe('what a query uses fields for', () => {
  it('is what it filters by, and the first of what it sorts by', () => {
    const sort = [
      { field: 'score', direction: 'desc' as const },
      { field: 'stage', direction: 'asc' as const },
    ]
    expect(usesOf({ where: is('stage'), sort })).toEqual(['o_1 f_1 filter', 'o_1 f_2 down'])
  })

  it('of a condition across relations is the field there and every relation on the way', () => {
    expect(usesOf({ where: is('campus.region.name') })).toEqual(['o_6 f_9 filter', 'o_1 f_3 filter', 'o_5 f_7 filter'])
  })

  it('is nothing where the table has an index from the start', () => {
    expect(usesOf({ where: is('owner') })).toEqual([])
  })

  it('is counted until it is taken', () => {
    const uses = new FieldUses()
    for (let time = 0; time < 3; time++) uses.note(asked({ where: is('stage') }))
    expect(uses.take().map(({ count }) => count)).toEqual([3])
    expect(uses.take()).toEqual([])
  })
})
