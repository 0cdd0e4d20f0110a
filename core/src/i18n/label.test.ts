import { expect, it } from 'vitest'
import { labelSchema, textOf } from './label.ts'

it('is read in the reader’s language, in Chinese where there is no other', () => {
  expect(textOf({ 'zh-CN': '线索', en: 'Lead' }, 'en')).toBe('Lead')
  expect(textOf({ 'zh-CN': '线索' }, 'en')).toBe('线索')
  expect(textOf({ 'zh-CN': '线索', en: 'Lead' })).toBe('线索')
})

it('always has a Chinese text', () => {
  expect(labelSchema.safeParse({ en: 'Lead' }).success).toBe(false)
  expect(labelSchema.safeParse({ 'zh-CN': '' }).success).toBe(false)
  expect(labelSchema.safeParse({ 'zh-CN': '线'.repeat(81) }).success).toBe(false)
})
