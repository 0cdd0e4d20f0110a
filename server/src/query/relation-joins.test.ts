import { describe, expect, it } from 'vitest'
import { systemAccess, type FieldInfo, type Hop, type ObjectInfo, type ResolvedField, type RowScope } from '@jieli/core'
import { Bindings } from './bindings.ts'
import { RelationJoins } from './relation-joins.ts'
import { ScopeCompiler } from './scope-compiler.ts'
import { openSqlContext } from './sql-context.ts'

// Only what joins look at of objects and fields.
const object = (table: string): ObjectInfo => ({ name: table, table, fields: new Map() }) as unknown as ObjectInfo
const hop = (path: string, rows: RowScope[], readable?: RowScope[]): Hop =>
  ({
    path,
    relation: { column: `f_${path.replace('.', '_')}` } as FieldInfo,
    target: object(`o_${path.length}`),
    rows,
    readable,
  }) as Hop
const through = (...hops: Hop[]): ResolvedField => ({ hops }) as unknown as ResolvedField

const open = (alias = 't') => {
  const bindings = new Bindings()
  const context = openSqlContext(bindings, { now: '2026-03-01T00:00:00Z', timeZone: 'UTC' }, null)
  return new RelationJoins({ alias, info: object('o_1') }, new ScopeCompiler(systemAccess, { bindings, context }))
}

describe('relations crossed on the way to a field', () => {
  it('are none for a field of the record itself', () => {
    const joins = open()
    expect(joins.sideOf(through()).alias).toBe('t')
    expect(joins.texts()).toEqual([])
  })

  it('are joined once, however many fields are on the other side', () => {
    const joins = open()
    const campus = hop('campus', ['all'])
    expect([joins.sideOf(through(campus)).alias, joins.sideOf(through(campus)).alias]).toEqual(['h1', 'h1'])
    expect(joins.texts()).toEqual(['LEFT JOIN w.o_6 h1 ON h1.id = t.f_campus AND h1.deleted_at IS NULL AND TRUE'])
  })

  it('stand after those they start from', () => {
    const joins = open()
    joins.sideOf(through(hop('campus', ['all']), hop('campus.head', ['all'])))
    expect(joins.texts()[1]).toContain('h2.id = h1.f_campus_head')
  })

  it('read as absent where the other side is out of scope, or the relation may not be read', () => {
    const joins = open()
    joins.sideOf(through(hop('campus', ['none'], ['none'])))
    expect(joins.texts()).toEqual([
      'LEFT JOIN w.o_6 h1 ON h1.id = (CASE WHEN (FALSE) THEN t.f_campus END) AND h1.deleted_at IS NULL AND (FALSE)',
    ])
  })

  it('within a sub-select have names of their own', () => {
    expect(open('c1').sideOf(through(hop('campus', ['all']))).alias).toBe('c1h1')
  })
})
