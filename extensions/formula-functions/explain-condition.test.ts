import { describe, expect, it } from 'vitest'
import {
  call,
  checkExpression,
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
