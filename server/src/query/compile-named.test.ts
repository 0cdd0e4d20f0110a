import { describe, expect, it } from 'vitest'
import { call, field, literal } from '@jieli/core'
import { Bindings } from './bindings.ts'
import { compileCondition, compileNamedValue, typeOfNamed } from './compile-named.ts'
import type { Column, Named } from './named-columns.ts'
import { openSqlContext } from './sql-context.ts'

const columns: Record<string, Column> = {
  score: { sql: 't.f_1', type: 'number', columnType: 'numeric' },
  name: { sql: 't.f_2', type: 'text', columnType: 'text' },
}
const named: Named = { column: (path) => columns[path] }

const surround = () => {
  const bindings = new Bindings()
  const context = openSqlContext(bindings, { now: '2026-03-01T00:00:00Z', timeZone: 'UTC' }, null)
  return { bindings, context }
}

describe('an expression over named columns', () => {
  it('becomes SQL whose values are bound, never written', () => {
    const surroundings = surround()
    const sql = compileCondition(call('equals', field('name'), literal(`'; DROP TABLE x`)), named, surroundings)
    expect(sql).toContain('t.f_2')
    expect(sql).not.toContain('DROP')
    expect(surroundings.bindings.params).toEqual([`'; DROP TABLE x`])
  })

  it('is refused as a condition when it is of another type', () => {
    expect(() => compileCondition(field('score'), named, surround())).toThrow(
      expect.objectContaining({ code: 'invalid-query' }) as Error,
    )
  })

  it('is refused as a value of none of the types that make sense', () => {
    expect(compileNamedValue(field('score'), named, { ...surround(), among: ['number'] })).toContain('t.f_1')
    expect(() => compileNamedValue(field('name'), named, { ...surround(), among: ['number'] })).toThrow(
      expect.objectContaining({ code: 'invalid-query' }) as Error,
    )
  })

  it('has the type of the column it is, or of what it works out', () => {
    expect(typeOfNamed(field('score'), named)).toMatchObject({ type: 'number', columnType: 'numeric' })
    expect(typeOfNamed(call('equals', field('score'), literal(1)), named)).toEqual({ type: 'boolean', columnType: undefined })
  })
})
