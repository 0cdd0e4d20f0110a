import { expect, test } from 'vitest'
import { reader } from '../../kit/testing/reader.ts'
import { tags } from './field-type.ts'

const read = reader(tags)

test('a tag that is written twice stays once, in its first spelling', () => {
  expect(read('VIP、vip、高意向')).toEqual(['VIP', '高意向'])
})

test('a hash in front is how people write it elsewhere', () => {
  expect(read('#高意向 #初三')).toEqual(['高意向', '初三'])
  expect(read(['C#', '#'])).toEqual(['C#'])
})

test('a separator inside an item of a list parts it, for it could not be written otherwise', () => {
  expect(read(['a,b'])).toEqual(['a', 'b'])
})

test('too many and too long are refused, not cut', () => {
  expect(reader(tags, { max: 1 })('a、b')).toBe('too-many-items')
  expect(read('长'.repeat(31))).toBe('too-long')
})
