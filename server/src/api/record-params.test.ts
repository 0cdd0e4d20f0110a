import { expect, it } from 'vitest'
import { includeSchema, namesSchema, ofRecord } from './record-params.ts'

it.each([
  [undefined, undefined],
  ['', []],
  ['name', ['name']],
  ['name,phone', ['name', 'phone']],
  [',name,,phone,', ['name', 'phone']],
])('reads the names in %j', (text, names) => expect(namesSchema.parse(text)).toEqual(names))

it('takes no address that is not a record, and no list without end', () => {
  expect(ofRecord.safeParse({ object: 'lead', id: '../session' }).success).toBe(false)
  expect(includeSchema.safeParse(Array.from({ length: 11 }, () => 'orders')).success).toBe(false)
  expect(namesSchema.safeParse('n,'.repeat(1_001)).success).toBe(false)
})
