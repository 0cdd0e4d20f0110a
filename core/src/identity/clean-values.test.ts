import { expect, test } from 'vitest'
import { z } from 'zod'
import { cleanLine } from '../fields/clean-text.ts'
import { defineFieldType } from '../fields/field-type.ts'
import { accept, refuse } from '../fields/parsed.ts'
import { readText } from '../fields/read-text.ts'
import { fieldSchema } from '../objects/object-type.ts'
import { cleanValues } from './clean-values.ts'

const word = defineFieldType({
  name: 'word',
  label: { 'zh-CN': '词' },
  icon: 'type',
  settings: z.strictObject({ max: z.number().default(5) }),
  valueType: 'text',
  column: () => 'text',
  parse: (input, { max }) =>
    readText(input, cleanLine, (text) => (text.length <= max ? accept(text) : refuse('too-long', { max }))),
  format: (value) => String(value ?? ''),
  samples: [],
})
const fieldTypes = { word }
const field = (name: string, more = {}) =>
  fieldSchema.parse({ id: 'f_1', name, label: { 'zh-CN': name }, type: 'word', ...more })
const fields = [field('name', { required: true }), field('note'), field('code', { settings: { max: 2 } })]

test('each value is read by its field, what is missing is left alone', () => {
  expect(cleanValues({ name: ' 王 ', note: '' }, fields, { fieldTypes })).toEqual({
    values: { name: '王', note: null },
    issues: [],
  })
})

test('what cannot be read is left out and said, the rest is kept', () => {
  expect(cleanValues({ name: '王', code: 'abc', note: 'a\u0000', extra: 1 }, fields, { fieldTypes })).toEqual({
    values: { name: '王' },
    issues: [
      { path: 'note', code: 'bad-characters' },
      { path: 'code', code: 'too-long', params: { max: 2 } },
      { path: 'extra', code: 'unknown-field', params: { field: 'extra' } },
    ],
  })
})

test('a required field must be there on creation and may not be blanked later', () => {
  const required = { values: {}, issues: [{ path: 'name', code: 'required' }] }
  expect(cleanValues({}, fields, { fieldTypes })).toEqual(required)
  expect(cleanValues({ name: '\u3000\u200B' }, fields, { fieldTypes })).toEqual(required)
  expect(cleanValues({}, fields, { fieldTypes, mode: 'update' })).toEqual({ values: {}, issues: [] })
  expect(cleanValues({ name: '' }, fields, { fieldTypes, mode: 'update' })).toEqual(required)
})

test('defaults stand in for what is missing or blank and are read like the rest', () => {
  const cleaned = cleanValues({ name: ' ' }, fields, { fieldTypes, defaults: { name: ' 李 ', code: 'too long' } })
  expect(cleaned).toEqual({ values: { name: '李' }, issues: [{ path: 'code', code: 'too-long', params: { max: 2 } }] })
})

test('names that every JavaScript object has are unknown fields, not values', () => {
  const raw: Record<string, unknown> = JSON.parse('{"name":"王","__proto__":{"note":"x"},"constructor":1}')
  const { values, issues } = cleanValues(raw, fields, { fieldTypes })
  expect(values).toEqual({ name: '王' })
  expect(issues.map(({ path }) => path)).toEqual(['__proto__', 'constructor'])
})

test('names to be ignored pass in silence', () => {
  expect(cleanValues({ name: '王', website: 'spam' }, fields, { fieldTypes, ignore: ['website'] }).issues).toEqual([])
})
