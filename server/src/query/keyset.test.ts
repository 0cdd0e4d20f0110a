import { describe, expect, it } from 'vitest'
import type { ResolvedField } from '@jieli/core'
import { Bindings } from './bindings.ts'
import { beyondSql, orderSql, type SortKey } from './keyset.ts'

const key = (sql: string, more: Partial<SortKey> = {}): SortKey => ({
  resolved: {} as ResolvedField,
  sql,
  type: 'text',
  descending: false,
  mayBeNull: false,
  ...more,
})
const id = '0199aa00-1111-7222-8333-444455556666'
const beyond = (values: (string | null)[], keys: SortKey[], reversed = false) => {
  const bindings = new Bindings()
  return { sql: beyondSql({ id, values }, keys, { alias: 't', reversed, bindings }), params: bindings.params }
}

describe('the order of a list', () => {
  it('runs ids with the last key, so that one index serves both; newest first without keys', () => {
    expect(orderSql([], 't', false)).toBe('t.id DESC')
    expect(orderSql([key('a', { descending: true }), key('b')], 't', false)).toBe('a DESC, b ASC, t.id ASC')
  })

  it('puts the absent last, and turns round whole', () => {
    const keys = [key('a', { mayBeNull: true, descending: true })]
    expect(orderSql(keys, 't', false)).toBe('a DESC NULLS LAST, t.id DESC')
    expect(orderSql(keys, 't', true)).toBe('a ASC NULLS FIRST, t.id ASC')
  })
})

describe('what comes after a record', () => {
  it('is one range of one index when keys are never null and run one way', () => {
    expect(beyond(['x'], [key('a')])).toEqual({ sql: '(a, t.id) > ($2::text, $1::uuid)', params: [id, 'x'] })
    expect(beyond(['x'], [key('a')], true).sql).toContain('<')
  })

  it('is told key by key otherwise, the absent after all that is there', () => {
    const keys = [key('a', { mayBeNull: true }), key('b', { descending: true })]
    expect(beyond(['x', 'y'], keys).sql).toBe(
      '(((a > $2::text OR a IS NULL)) OR (a = $2::text AND b < $3::text) OR (a = $2::text AND b = $3::text AND t.id < $1::uuid))',
    )
    expect(beyond([null, 'y'], keys).sql).toContain('(FALSE) OR (a IS NULL AND b <')
  })

  it('never takes an absent value for a key that has one always', () => {
    expect(() => beyond([null], [key('a')])).toThrow('invalid-query')
  })

  it('never writes a value into the text', () => {
    const hostile = "'; DROP TABLE lead; --"
    expect(beyond([hostile], [key('a')]).sql).not.toContain('DROP')
  })
})
