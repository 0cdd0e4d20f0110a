import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { describeDifferences } from './describe-differences.ts'

const label = (zh: string, en?: string) => ({ 'zh-CN': zh, ...(en ? { en } : {}) })
const zh = { locale: 'zh-CN' as const }
const lines = (before: unknown, after: unknown, environment = {}) =>
  describeDifferences(before, after, { ...zh, ...environment }).map(
    (one) => `${one.place.join(' · ')} ${one.before}→${one.after}`,
  )

describe('differences of settings', () => {
  it('are told by the names people gave, to the smallest part that differs', () => {
    const subject = {
      name: 'subject',
      label: label('意向科目'),
      required: false,
      settings: { options: [{ id: 'a', label: label('数学') }] },
    }
    expect(lines({ fields: [subject] }, { fields: [{ ...subject, required: true }] })).toEqual(['字段 意向科目 · 必填 否→是'])
    const renamed = {
      ...subject,
      settings: {
        options: [
          { id: 'a', label: label('高数') },
          { id: 'b', label: label('英语') },
        ],
      },
    }
    expect(lines({ fields: [subject] }, { fields: [renamed] })).toEqual([
      '字段 意向科目 · 设置 · 选项 →英语',
      '字段 意向科目 · 设置 · 选项 高数 · 名称 数学→高数',
    ])
    expect(lines({ fields: [subject] }, { fields: [] })).toEqual(['字段 意向科目→'])
  })

  it('tell a new order as an order', () => {
    const [a, b] = [
      { name: 'a', label: label('甲') },
      { name: 'b', label: label('乙') },
    ]
    expect(lines({ fields: [a, b] }, { fields: [b, a] })).toEqual(['字段 · 先后 a、b→b、a'])
  })

  it('use the platform’s words for its own values, and none for what an admin wrote', () => {
    expect(lines({ read: 'own' }, { read: 'departments-below' })).toEqual(['查看范围 本人→本部门及下级'])
    expect(lines({ label: 'own' }, { label: 'all' })).toEqual(['名称 own→all'])
    expect(describeDifferences({ read: 'own' }, { read: 'all' }, { locale: 'en' })).toEqual([
      { place: ['read'], before: 'own', after: 'all' },
    ])
  })

  it('tell what came whole by the words of its members, those that say nothing left out', () => {
    const rights = { read: 'all', create: true, fields: {}, update: 'own' }
    expect(lines({ objects: {} }, { objects: { lead: rights } })).toEqual([
      '权限 · lead →查看范围 全部，新建 是，修改范围 本人',
    ])
  })

  it('print a condition as the sentence it is', () => {
    const before = { call: 'isEmpty', args: [{ field: 'phone' }] }
    const printCondition = () => '手机号 为空'
    expect(lines({ when: before }, {}, { printCondition })).toEqual(['条件 手机号 为空→'])
  })

  it('are none exactly where two states are the same, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (a, b) => {
        const [before, after] = [{ x: a }, { x: b }]
        expect(describeDifferences(before, structuredClone(before), zh)).toEqual([])
        const same = JSON.stringify(sorted(before)) === JSON.stringify(sorted(after))
        if (!same && a !== null && b !== null) expect(describeDifferences(before, after, zh).length).toBeGreaterThan(0)
      }),
    )
  })
})

const sorted = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(sorted)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(
          Object.entries(value)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, member]) => [key, sorted(member)]),
        )
      : value
