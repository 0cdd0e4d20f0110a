import fc from 'fast-check'
import { expect, it } from 'vitest'
import { accept, refuse } from './parsed.ts'
import { itemsOf, readItems } from './read-list.ts'

const readWord = (item: unknown) => (item === '' ? accept(null) : typeof item === 'string' ? accept(item) : refuse('not-text'))

it('cuts a text at whatever people put between items', () => {
  expect(itemsOf('数学，英语、物理; 化学|地理\n历史')).toEqual(['数学', '英语', '物理', ' 化学', '地理', '历史'])
  expect(itemsOf(['a,b'])).toEqual(['a,b'])
  expect(itemsOf(null)).toEqual([])
  expect(itemsOf(7)).toEqual(['7'])
  expect(itemsOf({})).toBeNull()
  expect(itemsOf(true)).toBeNull()
})

it('drops blanks and repetitions; nothing left is null', () => {
  expect(readItems(['a', '', 'b', 'a'], 2, readWord)).toEqual({ ok: true, value: ['a', 'b'] })
  expect(readItems(['', ''], 2, readWord)).toEqual({ ok: true, value: null })
})

it('lets the first item that is refused speak for all', () => {
  expect(readItems(['a', 7], 5, readWord)).toMatchObject({ ok: false, code: 'not-text' })
  expect(readItems(['a\u0000', 7], 5, readWord)).toMatchObject({ ok: false, code: 'bad-characters' })
})

it('counts what is left, and does not even look at ten thousand and one', () => {
  expect(readItems(['a', 'b', 'c'], 2, readWord)).toEqual({ ok: false, code: 'too-many-items', params: { max: 2 } })
  expect(readItems(['a', 'a', 'a'], 1, readWord)).toEqual({ ok: true, value: ['a'] })
  const neverRead = () => {
    throw new Error('read')
  }
  expect(readItems(Array.from({ length: 10_001 }, String), 1, neverRead)).toMatchObject({ code: 'too-many-items' })
})

it('reading what was read changes nothing', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1 }).filter((text) => !text.includes('\0'))), (items) => {
      const once = readItems(items, 1_000, readWord)
      if (once.ok && Array.isArray(once.value)) expect(readItems(once.value, 1_000, readWord)).toEqual(once)
    }),
  )
})
