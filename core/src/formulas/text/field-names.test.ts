import { expect, test } from 'vitest'
import { fieldNames } from './field-names.ts'

const names = fieldNames(
  [
    { path: 'source', labels: [{ 'zh-CN': '来源', en: 'Source' }] },
    { path: 'phone', labels: [{ 'zh-CN': '电话' }] },
    { path: 'phone2', labels: [{ 'zh-CN': '电话' }] },
    { path: 'trap', labels: [{ 'zh-CN': 'source' }] },
    { path: 'campus.city', labels: [{ 'zh-CN': '校区' }, { 'zh-CN': '城市', en: 'City' }] },
  ],
  'zh-CN',
)

test('a field is found by its label in any language, whatever the width and case', () => {
  expect(names.named('来源')).toEqual(['source'])
  expect(names.named('校区.City')).toEqual(['campus.city'])
  expect(names.named('电话')).toEqual(['phone', 'phone2'])
  expect(names.named('没有')).toEqual([])
})

test('an API name means its own field, even where another is labelled so', () => {
  expect(names.named('source')).toEqual(['source'])
  expect(names.nameOf('trap')).toBe('trap')
})

test('what two share, and what is no more, is written by API name', () => {
  expect(names.nameOf('campus.city')).toBe('校区.城市')
  expect(names.nameOf('phone2')).toBe('phone2')
  expect(names.nameOf('gone')).toBe('gone')
})
