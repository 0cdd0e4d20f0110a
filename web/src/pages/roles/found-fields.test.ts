import { expect, test } from 'vitest'
import { objectTypeSchema } from '@jieli/core'
import { foundFields } from './found-fields.ts'
import { objectsOf } from './rights-of.ts'

const object = (n: number, name: string, label: string) =>
  objectTypeSchema.parse({
    id: `o_${n}`,
    name,
    label: { 'zh-CN': label },
    titleField: 'name',
    fields: [
      { id: `f_${n}1`, name: 'name', label: { 'zh-CN': '名称' }, type: 'text' },
      { id: `f_${n}2`, name: 'wecom', label: { 'zh-CN': `${label} WeCom` }, type: 'text' },
    ],
  })
const objects = objectsOf([object(1, 'lead', '线索'), object(2, 'order', '订单')])
const find = (search: string): Record<string, string[]> =>
  Object.fromEntries(
    foundFields(objects, search, (label) => label['zh-CN']).map(({ info, fields }) => [
      info.name,
      fields.map(({ name }) => name),
    ]),
  )

test('nothing typed shows everything', () => expect(find(' ')).toEqual({ lead: ['name', 'wecom'], order: ['name', 'wecom'] }))

test('a field is found in whatever letters; objects without one go away', () => {
  expect(find('订单 wecom ')).toEqual({ order: ['wecom'] })
  expect(find('WECOM')).toEqual({ lead: ['wecom'], order: ['wecom'] })
  expect(find('没有')).toEqual({})
})

test('an object found by its own name shows all its fields', () => expect(find('线索')).toEqual({ lead: ['name', 'wecom'] }))
