import { expect, test } from 'vitest'
import { must, objectTypeSchema } from '@jieli/core'
import { fieldTypeOf } from '../../parts/condition-builder/condition-fields.ts'
import { objectsOf } from './rights-of.ts'
import { sampleOf } from './sample-value.ts'

const options = [{ id: 'a', label: { 'zh-CN': '抖音', en: 'Douyin' } }]
const info = must(
  objectsOf([
    objectTypeSchema.parse({
      id: 'o_1',
      name: 'lead',
      label: { 'zh-CN': '线索' },
      titleField: 'name',
      fields: [
        { id: 'f_1', name: 'name', label: { 'zh-CN': '姓名' }, type: 'text' },
        { id: 'f_2', name: 'phone', label: { 'zh-CN': '手机号' }, type: 'phone' },
        { id: 'f_3', name: 'source', label: { 'zh-CN': '来源' }, type: 'select', settings: { options } },
        { id: 'f_4', name: 'parent', label: { 'zh-CN': '介绍人' }, type: 'relation', settings: { object: 'lead' } },
        { id: 'f_5', name: 'about', label: { 'zh-CN': '关于' }, type: 'any-relation' },
      ],
    }),
  ])[0],
)
const field = (name: string) => must(info.fields.get(name))

test('the field’s own first option stands for a choice, in the reader’s language', () => {
  expect(sampleOf(field('source'), 'zh-CN')).toBe('抖音')
  expect(sampleOf(field('source'), 'en')).toBe('Douyin')
})

test('covered, it reads as the type covers it', () => {
  const value = must(fieldTypeOf('phone')?.samples[0]?.values[0])
  expect(sampleOf(field('phone'), 'zh-CN', true)).toBe(fieldTypeOf('phone')?.mask?.(value))
  expect(sampleOf(field('phone'), 'zh-CN')).not.toContain('*')
})

test('a record that cannot be made up is three dots', () => {
  for (const name of ['parent', 'about']) expect(sampleOf(field(name), 'zh-CN')).toBe('…')
})
