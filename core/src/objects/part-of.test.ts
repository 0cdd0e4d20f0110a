import { expect, it } from 'vitest'
import { describeObjects } from '../config/snapshot.ts'
import { fieldTypes } from '../computed/computed.fixture.ts'
import { isOrphan, subTablesOf } from './part-of.ts'
import { objectTypeSchema } from './object-type.ts'

const label = { 'zh-CN': '单子' }
const lines = {
  name: 'subTableOfLines',
  label,
  icon: 'table',
  settings: { parse: () => ({}) },
  valueType: 'number',
  column: () => 'numeric',
  parse: () => ({ ok: true, value: null }),
  format: String,
  samples: [],
  parts: () => ({ over: 'line.order', max: 5 }),
  computed: () => ({ expression: { over: 'line.order', fn: 'count' }, as: { type: 'number', settings: {} } }),
} as never

const order = (...types: string[]) =>
  objectTypeSchema.parse({
    id: 'o_1',
    name: 'order',
    label,
    titleField: 'name',
    fields: [
      { id: 'f_1', name: 'name', label, type: 'text' },
      ...types.map((type, index) => ({ id: `f_${index + 5}`, name: `lines${index}`, label, type })),
    ],
  })
const line = (more: object = {}) =>
  objectTypeSchema.parse({
    id: 'o_2',
    name: 'line',
    label,
    titleField: 'order',
    partOf: { relation: 'order', position: 'position' },
    fields: [
      { id: 'f_10', name: 'order', label, type: 'relation', settings: { object: 'order' } },
      { id: 'f_11', name: 'position', label, type: 'number' },
    ],
    ...more,
  })
const described = (...definitions: ReturnType<typeof order>[]) =>
  describeObjects(definitions, { fieldTypes: { ...fieldTypes, subTableOfLines: lines }, functions: {} })

it('tells a sub-table what it is part of, and by which field of its parent', () => {
  const objects = described(order('subTableOfLines'), line())
  const [parent, part] = [objects.get('order'), objects.get('line')]
  expect(part?.partOf).toMatchObject({ relation: { name: 'order' }, position: { name: 'position' }, field: { name: 'lines0' } })
  expect(part?.partOf?.parent).toBe(parent)
  expect(parent && subTablesOf(parent)).toEqual([part])
  expect(part && isOrphan(part)).toBe(false)
})

it('leaves rows that no field stands for, and rows of rows, out of reach', () => {
  const gone = described(order(), line()).get('line')
  expect(gone && isOrphan(gone)).toBe(true)
  const nested = order('subTableOfLines')
  const ofRows = described({ ...nested, partOf: { relation: 'name', position: 'name' } }, line()).get('line')
  expect(ofRows && isOrphan(ofRows)).toBe(true)
})

it('has nothing to say of other objects', () => {
  const parent = described(order()).get('order')
  expect(parent && isOrphan(parent)).toBe(false)
  expect(parent && subTablesOf(parent)).toEqual([])
})
