import { expect, test } from 'vitest'
import type { Field } from '@jieli/core'
import { editOf, fieldDraftOf } from './field-draft.ts'

const field: Field = {
  name: 'grade',
  label: { 'zh-CN': '年级', en: 'Grade' },
  type: 'select',
  settings: { options: [] },
  required: false,
  help: { 'zh-CN': '几年级', en: 'Which' },
} as unknown as Field

test('settings and uniqueness that nobody touched are not sent', () => {
  const edit = editOf(field, fieldDraftOf(field))
  expect(edit).not.toHaveProperty('settings')
  expect(edit).not.toHaveProperty('unique')
})

test('what is always required has no condition', () => {
  const requiredWhen = { call: 'isEmpty', args: [{ field: 'name' }] } as const
  const draft = { ...fieldDraftOf(field), requiredWhen: requiredWhen as never }
  expect(editOf(field, draft).requiredWhen).toEqual(requiredWhen)
  expect(editOf(field, { ...draft, required: true }).requiredWhen).toBeNull()
})

test('a changed Chinese hint keeps the English one, an emptied English name goes', () => {
  const edit = editOf(field, { ...fieldDraftOf(field), help: ' 读几年级 ', english: ' ' })
  expect(edit.help).toEqual({ 'zh-CN': '读几年级', en: 'Which' })
  expect(edit.label).toEqual({ 'zh-CN': '年级' })
})
