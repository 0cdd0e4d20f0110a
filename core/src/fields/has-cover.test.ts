import { expect, test } from 'vitest'
import type { ComputedField } from '../computed/computed-field.ts'
import type { FieldTypes } from './field-type.ts'
import { hasCover } from './has-cover.ts'

const fieldTypes = { phone: { mask: () => '138****8000' }, text: {} } as unknown as FieldTypes
const computed = (tellsCovered: boolean): ComputedField => ({ tellsCovered }) as ComputedField

test('a sensitive field whose type knows a cover comes covered', () => {
  expect(hasCover({ type: 'phone', sensitive: true }, fieldTypes)).toBe(true)
  expect(hasCover({ type: 'phone', sensitive: false }, fieldTypes)).toBe(false)
  expect(hasCover({ type: 'text', sensitive: true }, fieldTypes)).toBe(false)
})

test('so does what tells it in other words, whatever type that has', () => {
  expect(hasCover({ type: 'text', sensitive: false, computed: computed(true) }, fieldTypes)).toBe(true)
  expect(hasCover({ type: 'text', sensitive: false, computed: computed(false) }, fieldTypes)).toBe(false)
})
