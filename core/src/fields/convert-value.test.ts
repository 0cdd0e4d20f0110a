import { expect, test } from 'vitest'
import { convertValue } from './convert-value.ts'
import type { FieldType } from './field-type.ts'

const settings = {}
const label = {
  settings,
  type: { valueType: 'text', format: (value: unknown) => (value === 'math' ? '数学' : String(value)) } as unknown as FieldType,
}
const option = {
  settings,
  type: {
    valueType: 'text',
    parse: (input: unknown) =>
      input === '数学' || input === 'raw' ? { ok: true, value: input } : { ok: false, code: 'unknown-option' },
  } as unknown as FieldType,
}

test('what people see of a value is read first, so that labels find options', () => {
  expect(convertValue('math', label, option)).toEqual({ ok: true, value: '数学' })
})

test('where the type does not know what people see, it is told', () => {
  expect(convertValue('an id', label, option, '数学')).toEqual({ ok: true, value: '数学' })
})

test('then the value itself is read, and what nobody can read keeps its reason', () => {
  expect(convertValue('raw', { ...label, type: { ...label.type, format: () => '' } as FieldType }, option)).toEqual({
    ok: true,
    value: 'raw',
  })
  expect(convertValue('体育', label, option)).toMatchObject({ ok: false, code: 'unknown-option' })
})

test('the new type’s own way comes before both, and nothing stays nothing', () => {
  const adopting = { settings, type: { ...option.type, adopt: () => ({ ok: true, value: 'adopted' }) } as unknown as FieldType }
  expect(convertValue('math', label, adopting)).toEqual({ ok: true, value: 'adopted' })
  expect(convertValue(null, label, adopting)).toEqual({ ok: true, value: null })
})
