import { expect, test } from 'vitest'
import { z } from 'zod'
import { defineFieldType } from '../fields/field-type.ts'
import { accept } from '../fields/parsed.ts'
import { fieldSchema } from '../objects/object-type.ts'
import { identitiesOf } from './identities-of.ts'

const code = defineFieldType({
  name: 'code',
  label: { 'zh-CN': '代码' },
  icon: 'hash',
  settings: z.strictObject({}),
  valueType: 'text',
  column: () => 'text',
  parse: (input) => accept(String(input)),
  format: String,
  identity: (value) => (value === 'nobody' ? null : String(value).toLowerCase()),
  isSuspicious: (value) => value === '0000',
  samples: [],
})
const fieldTypes = { code }
const field = (name: string, more = {}) =>
  fieldSchema.parse({ id: 'f_1', name, label: { 'zh-CN': name }, type: 'code', identifies: true, ...more })

test('the same key in two fields is one identity, named after the type of the fields', () => {
  const found = identitiesOf(
    { main: 'AB', second: 'ab', third: 'CD' },
    { fields: [field('main'), field('second'), field('third')] },
    fieldTypes,
  )
  expect(found).toEqual([
    { kind: 'code', value: 'ab', suspicious: false },
    { kind: 'code', value: 'cd', suspicious: false },
  ])
})

test('blank fields, fields that do not identify and values without a key give none', () => {
  const fields = [field('main'), field('free', { identifies: false }), field('later'), field('odd', { type: 'unknown' })]
  expect(identitiesOf({ main: null, free: 'ab', later: 'nobody', odd: 'x' }, { fields }, fieldTypes)).toEqual([])
})

test('made-up values are flagged, not dropped', () => {
  expect(identitiesOf({ main: '0000' }, { fields: [field('main')] }, fieldTypes)).toEqual([
    { kind: 'code', value: '0000', suspicious: true },
  ])
})

test('a field named like something every object has reads nothing', () => {
  expect(identitiesOf({}, { fields: [field('constructor'), field('toString')] }, fieldTypes)).toEqual([])
})
