import { expect, test } from 'vitest'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import { completeFormula } from './complete-formula.ts'
import { pageVocabulary } from './formula-vocabulary.ts'

const fieldMeta = (name: string, zh: string, type: string, settings: Record<string, unknown> = {}): FieldMeta => ({
  name,
  label: { 'zh-CN': zh },
  type,
  settings,
  required: false,
  readOnly: false,
  sensitive: false,
  searchable: false,
  right: 'write',
  mayFill: true,
})
const objectMeta = (name: string, zh: string, fields: FieldMeta[]): ObjectMeta => ({
  id: 'o_1',
  name,
  label: { 'zh-CN': zh },
  icon: 'table-2',
  titleField: 'name',
  can: { create: true, update: true, delete: true },
  fields,
})
const sources = [
  { id: 'douyin', label: { 'zh-CN': '抖音' } },
  { id: 'offline', label: { 'zh-CN': '线下' } },
]
const lead = objectMeta('lead', '线索', [
  fieldMeta('name', '姓名', 'text'),
  fieldMeta('source', '来源', 'select', { options: sources }),
  fieldMeta('budget', '预算', 'number', { scale: 2 }),
])
const order = objectMeta('order', '订单', [
  fieldMeta('lead', '线索', 'relation', { object: 'lead' }),
  fieldMeta('amount', '金额', 'number', { scale: 2 }),
])
const vocabulary = pageVocabulary(
  lead,
  { objects: [lead, order], users: [], departments: [] },
  { locale: 'zh-CN', timeZone: 'Asia/Shanghai' },
)
const at = (text: string) => {
  const { from, suggestions } = completeFormula(text, text.length, vocabulary)
  return { begun: text.slice(from), labels: suggestions.map(({ label }) => label), suggestions }
}

test('after a brace, the fields', () => {
  expect(at('1 + {来').labels).toEqual(['来源'])
  expect(at('1 + {').labels).toEqual(['姓名', '来源', '预算'])
  expect(at('1 + {来').begun).toBe('{来')
})

test('a word is completed to functions by any of their names, with the cursor between the brackets', () => {
  expect(at('如').labels[0]).toBe('如果')
  const [sum] = at('SUBST').suggestions
  expect(sum).toMatchObject({ label: '替换', insert: '替换()', cursor: 3 })
  expect(at('今').suggestions[0]).toMatchObject({ insert: '今天()', cursor: 4 })
})

test('after a comparison with a choice, its options', () => {
  expect(at('{来源} = ').labels.slice(0, 2)).toEqual(['抖音', '线下'])
  expect(at('{来源} 属于 ("抖音", "线').labels).toEqual(['线下'])
  expect(at('{姓名} = "线').labels).toEqual([])
})

test('children are offered by the name of their kind', () => {
  expect(at('计').labels).toContain('计数(订单)')
  expect(at('订单').labels).toContain('合计(订单)')
})
