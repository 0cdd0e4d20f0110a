import { describe, expect, it } from 'vitest'
import { fieldOf } from './field-of.fixture.ts'
import { indexDefinition } from './index-definition.ts'

const use = (purpose: 'filter' | 'up' | 'down') => ({ table: 'o_1', column: 'f_7', purpose })

describe('the index for a use of a field', () => {
  it('of a filter goes on in the usual order of lists', () => {
    expect(indexDefinition(use('filter'), fieldOf('number'))).toBe(
      'w.o_1 (f_7, created_at, id, owner_id, dept_path COLLATE "C") WHERE deleted_at IS NULL',
    )
  })

  it('of an order is the ORDER BY of lists, text by code point', () => {
    expect(indexDefinition(use('down'), fieldOf('text'))).toBe(
      'w.o_1 (f_7 COLLATE "C" DESC NULLS LAST, id DESC, owner_id, dept_path COLLATE "C") WHERE deleted_at IS NULL',
    )
  })

  it('of fields that hold several holds each, and sorts by none', () => {
    expect(indexDefinition(use('filter'), fieldOf('tags'))).toContain('USING gin (f_7)')
    expect(indexDefinition(use('up'), fieldOf('tags'))).toBeUndefined()
  })

  it('is none for texts too long for an entry, and for what no condition is over', () => {
    expect(indexDefinition(use('filter'), fieldOf('text', { maxLength: 2_000 }))).toBeUndefined()
    expect(indexDefinition(use('filter'), fieldOf('long-text'))).toBeUndefined()
    expect(indexDefinition(use('filter'), fieldOf('shift'))).toBeUndefined()
  })
})
