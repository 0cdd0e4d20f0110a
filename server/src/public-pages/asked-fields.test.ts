import { expect, test } from 'vitest'
import type { Field, Form } from '@jieli/core'
import { askedFields } from './asked-fields.ts'

const field = (name: string, facts: Partial<Field> = {}): Field =>
  ({ name, type: 'text', label: { 'zh-CN': name }, settings: {}, required: false, readOnly: false, ...facts }) as Field
const form = (names: string[], fixed: Record<string, unknown> = {}): Form =>
  ({ fields: names.map((name) => ({ name, required: false })), fixed }) as unknown as Form
const asked = (...given: Parameters<typeof askedFields>): string[] => askedFields(...given).map(({ entry }) => entry.name)

test('is in the order of the form, without what is gone', () => {
  expect(asked(form(['b', 'gone', 'a']), [field('a'), field('b')])).toEqual(['b', 'a'])
})

test('what the platform fills, what the address fixes and what stays inside is not asked, so nobody sets it from outside', () => {
  const fields = [field('a', { readOnly: true }), field('b'), field('owner', { type: 'user' })]
  expect(asked(form(['a', 'b', 'owner'], { b: 1 }), fields)).toEqual([])
})

test('a relation is asked only where the form offers what to choose', () => {
  const campus = field('campus', { type: 'relation' })
  expect(asked(form(['campus']), [campus])).toEqual([])
  expect(asked(form(['campus']), [campus], { campus: [{ value: '1', label: '仙林' }] })).toEqual(['campus'])
})

test('what the object requires is required, whatever the form says', () => {
  expect(askedFields(form(['a']), [field('a', { required: true })])[0]?.required).toBe(true)
})
