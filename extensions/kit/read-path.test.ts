import { describe, expect, it } from 'vitest'
import { readPath } from './read-path.ts'

describe('readPath', () => {
  it('walks names, Chinese ones too, and positions of lists', () => {
    expect(readPath({ remark_dict: { 备注: '想上小班' } }, 'remark_dict.备注')).toBe('想上小班')
    expect(readPath({ list: [{ value: 7 }] }, 'list.0.value')).toBe(7)
  })

  it('finds a name that holds a dot', () => {
    expect(readPath({ 'a.b': { c: 1 } }, 'a.b.c')).toBe(1)
    expect(readPath({ 'a.b': 2 }, 'a.b')).toBe(2)
  })

  it("never leaves the sender's own data", () => {
    for (const path of ['constructor', '__proto__.polluted', 'a.constructor.name', 'toString']) {
      expect(readPath({ a: {} }, path)).toBeUndefined()
    }
  })

  it('is undefined where there is nothing to walk', () => {
    expect(readPath(null, 'a')).toBeUndefined()
    expect(readPath('text', 'length')).toBeUndefined()
    expect(readPath({ a: null }, 'a.b')).toBeUndefined()
  })
})
