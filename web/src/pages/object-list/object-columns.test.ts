import { expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { objectColumns } from './object-columns.ts'

const field = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  label: { 'zh-CN': name },
  type: 'text',
  settings: {},
  required: false,
  readOnly: false,
  sensitive: false,
  searchable: false,
  right: 'write',
  mayFill: true,
  ...more,
})
const object: ObjectMeta = {
  id: 'o',
  name: 'order',
  label: { 'zh-CN': '订单' },
  icon: 'box',
  titleField: 'subject',
  can: { create: true, update: true, delete: true },
  fields: [
    field('id', { system: true }),
    field('amount'),
    field('photo', { type: 'attachment' }),
    field('subject'),
    field('owner', { system: true }),
    field('createdAt', { system: true }),
  ],
}

test('the title comes first, who and when last, pictures stay on the page', () => {
  expect(objectColumns(object, undefined).map(({ name }) => name)).toEqual(['subject', 'amount', 'owner', 'createdAt'])
})

test('columns that were chosen stay in their order; those one may not know are not there', () => {
  expect(objectColumns(object, ['createdAt', 'secret', 'amount']).map(({ name }) => name)).toEqual(['createdAt', 'amount'])
})
