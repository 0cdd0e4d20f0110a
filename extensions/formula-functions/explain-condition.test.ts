import { describe, expect, it } from 'vitest'
import {
  call,
  checkExpression,
  children,
  explainCondition,
  fieldsOf,
  field,
  isVolatile,
  literal,
  printExpression,
  type Expression,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from './index.ts'

const labels: Record<string, string> = {
  source: '来源',
  subject: '意向科目',
  tags: '标签',
  budget: '预算',
  createdAt: '创建时间',
}
const options: Record<string, string> = { douyin: '抖音', 'zk-math': '中考数学', 'zk-sprint': '中考冲刺', vip: '重点' }
const types: Record<string, ValueType> = {
  source: 'text',
  subject: 'text',
  tags: 'list',
  budget: 'number',
  createdAt: 'instant',
}
const name = (value: Value): string =>
  Array.isArray(value) ? value.map(name).join('、') : (options[String(value)] ?? String(value ?? ''))
const environment = {
  functions: formulaFunctions,
  locale: 'zh-CN' as const,
  typeOf: (path: string) => types[path],
  labelOf: (path: string) => labels[path] ?? path,
  formatField: (_path: string, value: Value) => name(value),
  context: { now: '2026-11-21T14:30:00.000Z', timeZone: 'Asia/Shanghai', userId: null },
}
const fromDouyin = call('equals', field('source'), literal('douyin'))
const examSubject = call('isOneOf', field('subject'), literal(['zk-math', 'zk-sprint']))
const codes = (expression: Expression): string[] => checkExpression(expression, environment).issues.map((issue) => issue.code)

describe('a condition as a sentence', () => {
  it('names fields and options as people do', () => {
    expect(printExpression(call('and', fromDouyin, examSubject), environment)).toBe(
      '来源 等于 抖音 且 意向科目 属于（中考数学、中考冲刺）',
    )
  })

  it('brackets alternatives inside a conjunction', () => {
    const either = call('or', fromDouyin, call('includes', field('tags'), literal('vip')))
    expect(printExpression(call('and', examSubject, either), environment)).toBe(
      '意向科目 属于（中考数学、中考冲刺） 且 （来源 等于 抖音 或 标签 包括 重点）',
    )
  })

  it('does not take a number of days for a value of the field beside it', () => {
    expect(printExpression(call('withinLastDays', field('createdAt'), literal(7)), environment)).toBe('创建时间 在最近 7 天内')
  })
})

describe('a question to children', () => {
  const orders = {
    ...environment,
    childTyping: (over: string) =>
      over === 'order.lead' ? { typeOf: (path: string) => (path === 'amount' ? ('number' as const) : undefined) } : undefined,
    childLabels: (over: string) =>
      over === 'order.lead'
        ? { label: '订单', labelOf: () => '金额', formatField: (_path: string, value: Value) => String(value) }
        : undefined,
  }
  const large = call('greaterThan', field('amount'), literal(1000))
  const read = (amounts: number[]) => ({
    read: () => null,
    children: () => amounts.map((amount) => ({ read: (path: string) => (path === 'amount' ? amount : null) })),
  })

  it('reads as a sentence', () => {
    expect(printExpression(children('order.lead', 'any', { where: large }), orders)).toBe('有 订单 满足（金额 大于 1000）')
    expect(printExpression(children('order.lead', 'none'), orders)).toBe('没有 订单')
    expect(
      printExpression(
        call('atLeast', children('order.lead', 'sum', { of: field('amount'), where: large }), literal(5)),
        orders,
      ),
    ).toBe('满足（金额 大于 1000）的 订单 的 金额 合计 大于或等于 5')
  })

  it('is explained with how many children there were', () => {
    const told = explainCondition(children('order.lead', 'all', { where: large }), { ...orders, ...read([500, 2000]) })
    expect(told).toEqual({
      holds: false,
      clauses: [{ sentence: '每个 订单 都满足（金额 大于 1000）', holds: false, read: [{ field: 'order.lead', value: '2' }] }],
    })
  })

  it('is refused where children cannot be had, or what is asked of them makes no sense', () => {
    const codesOf = (expression: Expression): string[] => checkExpression(expression, orders).issues.map(({ code }) => code)
    expect(codes(children('order.lead', 'any'))).toEqual(['unknown-field'])
    expect(codesOf(children('order.owner', 'any'))).toEqual(['unknown-field'])
    expect(codesOf(children('order.lead', 'any', { where: call('isEmpty', field('secret')) }))).toEqual(['unknown-field'])
    expect(codesOf(children('order.lead', 'sum'))).toEqual(['wrong-child-parts'])
    expect(codesOf(children('order.lead', 'all'))).toEqual(['wrong-child-parts'])
    expect(codesOf(children('order.lead', 'any', { of: field('amount') }))).toEqual(['wrong-child-parts'])
    expect(codesOf(children('order.lead', 'any', { where: field('amount') }))).toEqual(['type-mismatch'])
    expect(codesOf(children('order.lead', 'count', { where: large }))).toEqual([])
  })

  it('changes by itself when its condition does, and keeps its fields to itself', () => {
    const recent = children('order.lead', 'any', { where: call('isToday', field('closedAt')) })
    expect(isVolatile(call('not', recent), formulaFunctions)).toBe(true)
    expect(fieldsOf(call('and', fromDouyin, recent))).toEqual(['source'])
  })
})

describe('an explanation', () => {
  it('gives every clause its verdict and the values it read', () => {
    const record: Record<string, Value> = { source: 'douyin', subject: 'english' }
    const told = explainCondition(call('and', fromDouyin, call('and', examSubject)), {
      ...environment,
      read: (path) => record[path],
    })
    expect(told).toEqual({
      holds: false,
      clauses: [
        { sentence: '来源 等于 抖音', holds: true, read: [{ field: 'source', value: '抖音' }] },
        { sentence: '意向科目 属于（中考数学、中考冲刺）', holds: false, read: [{ field: 'subject', value: 'english' }] },
      ],
    })
  })
})

describe('checking', () => {
  it('says what is wrong and where', () => {
    expect(codes(call('equals', field('secret'), literal(1)))).toEqual(['unknown-field'])
    expect(codes(call('constructor', literal(1)))).toEqual(['unknown-function'])
    expect(codes(call('equals', field('source')))).toEqual(['wrong-argument-count'])
    expect(codes(call('equals', field('source'), field('budget')))).toEqual(['type-mismatch'])
    expect(codes(call('atLeast', field('createdAt'), literal('2026-02-30T00:00:00Z')))).toEqual(['bad-literal'])
    expect(
      checkExpression(call('and', fromDouyin, call('atMost', field('budget'), literal('三千'))), environment).issues,
    ).toEqual([{ path: 'args.1.args.1', code: 'bad-literal', params: { type: 'number' } }])
  })

  it('refuses what is too deep or too large without running out of stack', () => {
    let deep: Expression = fromDouyin
    for (let level = 0; level < 100_000; level += 1) deep = { call: 'not', args: [deep] }
    expect(codes(deep)).toEqual(['too-deep'])
    expect(codes(call('or', ...Array.from({ length: 200 }, () => fromDouyin)))).toEqual(['too-many-parts'])
  })

  it('lists each field once and knows what changes by itself', () => {
    expect(fieldsOf(call('or', fromDouyin, examSubject, fromDouyin))).toEqual(['source', 'subject'])
    expect(isVolatile(call('not', call('isToday', field('createdAt'))), formulaFunctions)).toBe(true)
    expect(isVolatile(fromDouyin, formulaFunctions)).toBe(false)
  })
})
