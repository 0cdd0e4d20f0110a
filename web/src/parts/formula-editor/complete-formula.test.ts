import { expect, test } from 'vitest'
import { fieldMeta, objectMeta } from '../../data/meta.fixture.ts'
import type { FieldMeta } from '../../data/meta-shapes.ts'
import { completeFormula } from './complete-formula.ts'
import { pageVocabulary } from './formula-vocabulary.ts'

const field = (name: string, zh: string, type: string, settings: Record<string, unknown> = {}): FieldMeta =>
  fieldMeta(name, { label: { 'zh-CN': zh }, type, settings })
const sources = [
  { id: 'douyin', label: { 'zh-CN': '抖音' } },
  { id: 'offline', label: { 'zh-CN': '线下' } },
]
const lead = objectMeta(
  'lead',
  [
    field('name', '姓名', 'text'),
    field('source', '来源', 'select', { options: sources }),
    field('budget', '预算', 'number', { scale: 2 }),
  ],
  { label: { 'zh-CN': '线索' } },
)
const order = objectMeta(
  'order',
  [field('lead', '线索', 'relation', { object: 'lead' }), field('amount', '金额', 'number', { scale: 2 })],
  { label: { 'zh-CN': '订单' } },
)
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
