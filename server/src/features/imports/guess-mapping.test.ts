import { expect, it } from 'vitest'
import type { FieldInfo } from '@jieli/core'
import { guessMapping } from './guess-mapping.ts'

const field = (name: string, zh: string, type: string, more: Partial<FieldInfo> = {}): FieldInfo => ({
  name,
  column: name,
  system: false,
  label: { 'zh-CN': zh },
  type,
  settings: {},
  required: false,
  sensitive: false,
  readOnly: false,
  identifies: false,
  searchable: false,
  ...more,
})
const fields = [
  field('name', '姓名', 'text'),
  field('phone', '手机号', 'phone', { identifies: true }),
  field('wechat', '微信号', 'wechat-id', { identifies: true }),
  field('intent', '意向度', 'number', { settings: { scale: 0, min: 0, max: 100 } }),
  field('note', '客户原话', 'long-text'),
  field('level', '等级', 'select', {
    settings: {
      options: [
        { id: 'a', label: { 'zh-CN': '金牌' } },
        { id: 'b', label: { 'zh-CN': '银牌' } },
      ],
    },
  }),
]
const guess = (columns: Record<string, string[]>, remembered: Record<string, string | null>[] = []) => {
  const headers = Object.keys(columns)
  const rows = Object.values(columns)[0]?.map((_, row) => headers.map((header) => columns[header]?.[row] ?? '')) ?? []
  return guessMapping(headers, rows, fields, remembered)
}

it('goes by names and what people call them, whatever blanks and signs stand between', () => {
  expect(guess({ '姓 名*': ['王'], '联系 电话（必填）': ['13800138000'], 备注: ['好'] })).toEqual({
    '姓 名*': 'name',
    '联系 电话（必填）': 'phone',
    备注: 'note',
  })
})

it('goes by what the cells hold when the name says nothing', () => {
  expect(guess({ 第一列: ['138 0013 8000', '+86 13912345678', '无'.repeat(0)], 第二列: ['金牌', '银牌', ''] })).toEqual({
    第一列: 'phone',
    第二列: 'level',
  })
  expect(guess({ 第一列: ['说不好', '金牌', '随便'] })).toEqual({ 第一列: null })
})

it('goes before all by what was chosen last time, also that a column is left out', () => {
  expect(guess({ 姓名: ['王'], 甲: ['x'] }, [{ 姓名: null, 甲: 'note' }])).toEqual({ 姓名: null, 甲: 'note' })
  expect(guess({ 甲: ['x'] }, [{ 甲: 'gone' }])).toEqual({ 甲: null })
})

it('fills each field from one column, the surest', () => {
  expect(guess({ 电话2: ['13800138000'], 手机号: ['13900139000'] })).toEqual({ 电话2: null, 手机号: 'phone' })
})

it('takes no code, company or count for what it merely could be', () => {
  expect(guess({ 编号: ['rec-1-org', 'rec-2-org'], 公司: ['Acme_Corp', 'Betasoloin'], 门牌: ['12', '7'] })).toEqual({
    编号: null,
    公司: null,
    门牌: null,
  })
  expect(guess({ 微信: ['lily_2020'] })).toEqual({ 微信: 'wechat' })
})
