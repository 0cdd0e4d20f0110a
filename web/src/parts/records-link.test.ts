import { expect, test } from 'vitest'
import fc from 'fast-check'
import type { Expression } from '@jieli/core'
import { conditionInAddress, recordsLink } from './records-link.ts'

const oneOf = (ids: string[]): Expression => ({ call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] })

test('every condition, short or long, is read back from its own link', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { maxLength: 300 }), (ids) => {
      const where = oneOf(ids)
      const { search, hash = '' } = recordsLink({ object: 'lead', where }, '仙林 18时')
      expect(conditionInAddress(search, hash)).toEqual(where)
      expect(conditionInAddress({ ...search, where: search.where && JSON.stringify(search.where) }, hash)).toEqual(where)
    }),
  )
})

test('a condition too long for a request line travels in the fragment', () => {
  const link = recordsLink({ object: 'lead', where: oneOf(Array.from({ length: 500 }, (_, index) => `id-${index}`)) }, '')
  expect(link.search.where).toBeUndefined()
  expect(link.hash?.length).toBeGreaterThan(4_000)
})

test('an address somebody broke is an address without a condition', () => {
  for (const where of ['{', 7, null, [], {}, 'text']) expect(conditionInAddress({ where }, '%E0%A4%A')).toBeUndefined()
})

test('records of other objects are listed under their own name', () => {
  expect(recordsLink({ object: 'order' }, '本周回款').to).toBe('/objects/order')
})
