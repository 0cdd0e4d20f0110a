import { expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { columnsOf } from './lead-columns.ts'

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
const object = (...names: string[]): ObjectMeta => ({
  id: 'o_1',
  name: 'lead',
  label: { 'zh-CN': '线索' },
  icon: 'inbox',
  titleField: 'name',
  can: { create: true, update: true, delete: false },
  fields: names.map((name) => field(name)),
})
const chosen = ['name', 'nextAction', 'stage', 'nextAt']

test('the next step stands last and carries its due time', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt'), chosen).map(({ name }) => name)).toEqual([
    'name',
    'stage',
    'nextAction',
  ])
})

test('a column the reader may not know is simply not there', () => {
  expect(columnsOf(object('name', 'nextAction'), chosen).map(({ name }) => name)).toEqual(['name', 'nextAction'])
})

test('a field an admin has just added shows at once', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt', 'hobby'), chosen).map(({ name }) => name)).toEqual([
    'name',
    'stage',
    'hobby',
    'nextAction',
  ])
})

test('columns somebody chose for themselves stay as chosen', () => {
  expect(columnsOf(object('name', 'stage', 'nextAction', 'nextAt', 'hobby'), chosen, true).map(({ name }) => name)).toEqual([
    'name',
    'nextAction',
    'stage',
  ])
})
