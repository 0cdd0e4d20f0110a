import { expect, test } from 'vitest'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { coveredText, isCoverable } from './covered-text.ts'

const phone: FieldMeta = {
  name: 'phone',
  label: { 'zh-CN': '手机号' },
  type: 'phone',
  settings: {},
  required: false,
  readOnly: false,
  sensitive: true,
  searchable: true,
  right: 'write',
  mayFill: true,
}

test('a number one may read is covered until it is asked for', () => {
  expect(coveredText(phone, '+8613800138000')).toBe('138****8000')
})

test('what is not sensitive, empty, or has no cover of its own is shown as it is', () => {
  expect(coveredText({ ...phone, sensitive: false }, '+8613800138000')).toBeUndefined()
  expect(coveredText(phone, null)).toBeUndefined()
  expect(coveredText({ ...phone, type: 'text' }, 'wx_liu')).toBeUndefined()
})

test('a sensitive field whose type has a cover is not changed in a list', () => {
  expect(isCoverable(phone)).toBe(true)
  expect(
    [
      { ...phone, sensitive: false },
      { ...phone, type: 'text' },
    ].map(isCoverable),
  ).toEqual([false, false])
})
