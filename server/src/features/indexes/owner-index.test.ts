import { describe, expect, it } from 'vitest'
import { fieldOf } from './field-of.fixture.ts'
import { isNarrow, ownerIndexColumns, ownerIndexDefinition } from './owner-index.ts'

describe('the index by owner', () => {
  it('holds what lists filter and sort by after the order of somebody’s own list', () => {
    const columns = ownerIndexColumns([
      fieldOf('select', {}, 'f_1'),
      fieldOf('number', {}, 'f_2'),
      fieldOf('select', {}, 'f_1'),
    ])
    expect(ownerIndexDefinition('o_1', columns)).toBe('w.o_1 (owner_id, created_at, id, f_1, f_2) WHERE deleted_at IS NULL')
  })

  it('leaves out what may be long, what holds several values and what nobody compares', () => {
    const narrow = ['select', 'number', 'money', 'percent', 'date', 'instant', 'boolean', 'relation', 'user', 'rating']
    expect(narrow.filter((type) => !isNarrow(fieldOf(type)))).toEqual([])
    const wide = ['text', 'long-text', 'url', 'tags', 'multi-select', 'relations', 'shift', 'attachment']
    expect(wide.filter((type) => isNarrow(fieldOf(type)))).toEqual([])
  })

  it('has an end: eight fields', () => {
    const many = Array.from({ length: 20 }, (_, index) => fieldOf('number', {}, `f_${index}`))
    expect(ownerIndexColumns(many)).toHaveLength(11)
  })
})
