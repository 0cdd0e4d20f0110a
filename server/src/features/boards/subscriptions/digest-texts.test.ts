import { describe, expect, it } from 'vitest'
import { anomalyLines, cockpitFact, digestTitle, goalText } from './digest-texts.ts'

const figure = (change: Partial<Parameters<typeof cockpitFact>[0]>): Parameters<typeof cockpitFact>[0] => ({
  name: 'firstResponse',
  label: '首响中位数',
  value: 2.4,
  unit: '小时',
  delta: 0.3,
  deltaUnit: '小时',
  better: 'down',
  status: 'warn',
  threshold: 1.8,
  trend: [],
  parts: [],
  meaning: '',
  query: { object: 'lead', where: { value: true } },
  ...change,
})

const slow = {
  kind: 'slow-response',
  campusName: '仙林校区',
  title: '仙林校区首响中位数 5 小时，高于 4 小时',
  figure: { value: 5, threshold: 4 },
} as Parameters<typeof anomalyLines>[0][number]

describe('a digest in words', () => {
  it('tells a figure and how it moved', () => {
    expect(cockpitFact(figure({}), 'zh-CN')).toEqual({ name: '首响中位数', value: '2.4小时（↑0.3小时）' })
    expect(cockpitFact(figure({ delta: -0.3 }), 'en')).toEqual({ name: 'Median first response', value: '2.4 h (↓0.3 h)' })
    expect(cockpitFact(figure({ delta: 0 }), 'en').value).toBe('2.4 h')
    expect(cockpitFact(figure({ value: null, delta: null }), 'zh-CN').value).toBe('—')
  })

  it('names what is out of the ordinary, the gravest only', () => {
    expect(anomalyLines([], 'zh-CN', 3)).toEqual([])
    expect(anomalyLines([slow, slow], 'zh-CN', 1)).toEqual(['异常 2 项', slow.title])
    expect(anomalyLines([slow], 'en', 3)).toEqual(['1 out of the ordinary', '仙林校区: median first response 5 h, above 4 h'])
  })

  it('says which board and which day', () => {
    expect(digestTitle(undefined, '2026-11-22', 'zh-CN')).toBe('校区看板 · 11月22日')
    expect(digestTitle({ 'zh-CN': '回款', en: 'Income' }, '2026-11-22', 'en')).toBe('Income · Nov 22')
    expect(digestTitle({ 'zh-CN': '回款' }, '2026-01-02', 'en')).toBe('回款 · Jan 2')
    expect(goalText(83, 'en')).toBe(' (83% of the goal)')
  })
})
