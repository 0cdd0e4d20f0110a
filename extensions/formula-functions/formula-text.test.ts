import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  asPoints,
  asShare,
  call,
  checkExpression,
  children,
  describeIssue,
  evaluate,
  field,
  fieldNames,
  literal,
  must,
  namesOfFunction,
  foldName,
  parseFormula,
  writeFormula,
  type Expression,
  type FormulaFunction,
  type FormulaVocabulary,
  type Label,
  type Locale,
  type RecordVocabulary,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from './index.ts'
import { columnNames, expressionOf, isSound, scalarTypes, typeOfColumn } from './testing/arbitrary-expression.ts'

const options: Record<string, string> = { douyin: '抖音', offline: '线下', 'zk-math': '中考 "数学"', 数学: '抖 音 2' }
const labels: Record<string, Label[]> = {
  source: [{ 'zh-CN': '来源', en: 'Source' }],
  amount: [{ 'zh-CN': '金额', en: 'Amount' }],
  discount: [{ 'zh-CN': '折扣' }],
  name: [{ 'zh-CN': '姓名', en: 'Name' }],
  isNew: [{ 'zh-CN': '是新客' }],
  createdAt: [{ 'zh-CN': '创建时间', en: 'Created' }],
  birthday: [{ 'zh-CN': '生日' }],
  subjects: [{ 'zh-CN': '意向科目' }],
  phone: [{ 'zh-CN': '电话' }],
  phone2: [{ 'zh-CN': '电话' }],
  odd: [{ 'zh-CN': 'a}b\\c' }],
  'campus.city': [{ 'zh-CN': '校区' }, { 'zh-CN': '城市', en: 'City' }],
}
const types: Record<string, ValueType> = {
  source: 'text',
  amount: 'number',
  discount: 'number',
  name: 'text',
  isNew: 'boolean',
  createdAt: 'instant',
  birthday: 'date',
  subjects: 'list',
  phone: 'text',
  phone2: 'text',
  odd: 'text',
  'campus.city': 'text',
}
const vocabularyIn = (locale: Locale): FormulaVocabulary => ({
  functions: formulaFunctions,
  locale,
  typeOf: (path) => types[path],
  isShare: (path) => path === 'discount',
  fields: fieldNames(
    Object.entries(labels).map(([path, each]) => ({ path, labels: each })),
    locale,
  ),
  timeZone: 'Asia/Shanghai',
  children: fieldNames([{ path: 'order.lead', labels: [{ 'zh-CN': '订单', en: 'Orders' }] }], locale),
  childTyping: (over) => (over === 'order.lead' ? orders : undefined),
  values: {
    named: (path, text) => {
      if (path === 'discount' && text.endsWith('%')) return Number(text.slice(0, -1))
      if (path !== 'source' && path !== 'subjects') return text
      return Object.keys(options).find((id) => foldName(id) === foldName(text) || options[id] === text)
    },
    nameOf: (path, value) =>
      path === 'discount' ? `${value}%` : path === 'source' || path === 'subjects' ? options[String(value)] : undefined,
  },
})
const orders: RecordVocabulary = {
  typeOf: (path) => ({ total: 'number', status: 'text' })[path] as ValueType | undefined,
  fields: fieldNames(
    [
      { path: 'total', labels: [{ 'zh-CN': '金额' }] },
      { path: 'status', labels: [{ 'zh-CN': '状态' }] },
    ],
    'zh-CN',
  ),
  values: {
    named: (path, text) => (path !== 'status' ? text : text === '已付款' || text === 'paid' ? 'paid' : undefined),
    nameOf: (_, value) => (value === 'paid' ? '已付款' : undefined),
  },
}
const chinese = vocabularyIn('zh-CN')
const read = (text: string): Expression | null => {
  const { expression, issues } = parseFormula(text, chinese)
  expect(issues, text).toEqual([])
  return expression
}
const faults = (text: string, expects?: ValueType): [string, string][] =>
  parseFormula(text, expects ? { ...chinese, expects } : chinese).issues.map((issue) => [
    describeIssue(issue),
    text.slice(issue.offset, issue.offset + issue.length),
  ])

describe('a formula as people write it', () => {
  const big = call('if', call('greaterThan', field('amount'), literal(30_000)), literal('大单'), literal('普通'))
  it.each([
    '如果({金额} > 30000, "大单", "普通")',
    '=如果（｛金额｝＞３００００，“大单”，“普通”）',
    'if({Amount}>30000,"大单","普通")',
    'IF({amount} > 30000; "大单"; "普通")',
    '条件判断({ 金额 } 大于 30000, “大单”、"普通")',
  ])('reads %s', (text) => {
    if (text.includes('大于')) return expect(faults(text)[0]?.[1]).toBe('大于')
    return expect(read(text)).toEqual(big)
  })

  it.each<[string, Expression]>([
    ['1 + 2 * 3', call('add', literal(1), call('multiply', literal(2), literal(3)))],
    ['1 - 2 - 3', call('subtract', call('subtract', literal(1), literal(2)), literal(3))],
    ['1 + 2 + 3', call('add', literal(1), literal(2), literal(3))],
    ['(1 + 2) + 3', call('add', call('add', literal(1), literal(2)), literal(3))],
    ['-5', literal(-5)],
    ['{金额} > -5', call('greaterThan', field('amount'), literal(-5))],
    ['{金额} * 10%', call('multiply', field('amount'), literal(0.1))],
    ['{折扣} >= 12.5%', call('atLeast', field('discount'), literal(12.5))],
    ['{来源} = "抖音"', call('equals', field('source'), literal('douyin'))],
    ['{来源}属于（“抖音”、“线下”）', call('isOneOf', field('source'), literal(['douyin', 'offline']))],
    ['{来源} 属于 "抖音"', call('isOneOf', field('source'), literal(['douyin']))],
    ['{来源} = @"gone"', call('equals', field('source'), literal('gone'))],
    ['{意向科目} 包括 “线下”', call('includes', field('subjects'), literal('offline'))],
    ['{姓名} 属于对象 "lead"', call('isOfObject', field('name'), literal('lead'))],
    ['{姓名} ISOFOBJECT "lead"', call('isOfObject', field('name'), literal('lead'))],
    ['{校区.城市} = "上海"', call('equals', field('campus.city'), literal('上海'))],
    ['{phone2} = "1"', call('equals', field('phone2'), literal('1'))],
    ['{创建时间} >= "2026-11-21 08:00"', call('atLeast', field('createdAt'), literal('2026-11-21T00:00:00.000Z'))],
    ['{创建时间} < "2026-11-21"', call('lessThan', field('createdAt'), literal('2026-11-20T16:00:00.000Z'))],
    ['{生日} = "2026-11-21"', call('equals', field('birthday'), literal('2026-11-21'))],
    [
      '{是新客} = 是 且非 {金额} <> 1',
      call('and', call('equals', field('isNew'), literal(true)), call('not', call('notEquals', field('amount'), literal(1)))),
    ],
    ['"a""b" & “他说"好"”', call('concat', literal('a"b'), literal('他说"好"'))],
    ['计数(订单)', children('order.lead', 'count')],
    [
      '任一（订单，{状态}=“已付款”）',
      children('order.lead', 'any', { where: call('equals', field('status'), literal('paid')) }),
    ],
    [
      '合计(订单, {金额}, {状态} = "已付款" 且 {金额} > 0) > 10000',
      call(
        'greaterThan',
        children('order.lead', 'sum', {
          where: call('and', call('equals', field('status'), literal('paid')), call('greaterThan', field('total'), literal(0))),
          of: field('total'),
        }),
        literal(10_000),
      ),
    ],
    ['sum(order.lead, {total})', children('order.lead', 'sum', { of: field('total') })],
    ['AND(是, 否) or 非(是)', call('or', call('and', literal(true), literal(false)), call('not', literal(true)))],
  ])('reads %s', (text, expression) => {
    expect(read(text)).toEqual(expression)
  })

  it('is written with the labels of the asked language, by API name where two fields share one', () => {
    const expression = call('and', call('greaterThan', field('amount'), literal(30_000)), call('isEmpty', field('phone')))
    expect(writeFormula(expression, chinese)).toBe('{金额} > 30000 且 为空({phone})')
    expect(writeFormula(expression, vocabularyIn('en'))).toBe('{Amount} > 30000 AND ISBLANK({phone})')
    expect(writeFormula(call('equals', field('source'), literal('douyin')), chinese)).toBe('{来源} = "抖音"')
    expect(writeFormula(call('atLeast', field('createdAt'), literal('2026-11-21T00:00:00.000Z')), chinese)).toBe(
      '{创建时间} >= "2026-11-21 08:00"',
    )
  })
})

describe('what is wrong is told where it is', () => {
  it.each<[string, string, string]>([
    ['', '公式还是空的', ''],
    ['如果({金额} > 3', '这个括号没有关上，少了「)」', '('],
    ['如过({金额} > 3, 1, 2)', '没有叫「如过」的函数，是不是「如果」？', '如过({金额} > 3, 1, 2)'],
    ['1 + {金 頟}', '没有叫「金 頟」的字段，是不是「金额」？', '{金 頟}'],
    ['{电话} = "1"', '有不止一个字段叫「电话」，请写其中一个：phone / phone2', '{电话}'],
    ['金额 > 3', '不认识「金额」：如果是字段，请写成 {金额}；如果是文字，请加引号', '金额'],
    ['如果({金额} > 3)', '函数「如果」要 2–3 个参数，这里写了 1 个', '如果({金额} > 3)'],
    ['{金额} + {姓名}', '这里要的是数字，给的是文字', '{姓名}'],
    ['{金额} > "三千"', '这个值不是数字', '"三千"'],
    ['{来源} = "抖印"', '没有「抖印」这个选项', '"抖印"'],
    ['1 +', '公式还没写完，后面少了一个值', ''],
    ['1 + * 2', '「*」前面少了一个值', '*'],
    ['{金额} 3', '「3」前面少了运算符或逗号', '3'],
    ['"abc', '这段文字少了结尾的引号', '"abc'],
    ['{金额', '这个字段少了结尾的「}」', '{金额'],
    ['(1 + 2', '这个括号没有关上，少了「)」', '('],
    ['1)', '多了一个「)」', ')'],
    ['[1)', '这里应当是「]」', ')'],
    ['1 < {金额} < 3', '两个比较不能连着写，用「且」连起来，例如 {甲} > 1 且 {甲} < 9', '<'],
    ['{来源} 属于 ({姓名}, "a")', '列表里只能写固定的值，不能写字段或函数', '{姓名}'],
    ['计数(定单)', '没有叫「定单」的子记录，是不是「订单」？', '定单'],
    ['计数(订单, {金额})', '这里要的是是或否，给的是数字', '{金额}'],
    ['合计(订单, {金额}, 是, 否)', '这里多写了一项：子记录之后只写算什么（合计、平均、最大、最小）和一个条件', '否'],
    ['计数(订单, {状态} = "没付")', '没有「没付」这个选项', '"没付"'],
    ['1 # 2', '「#」前面少了运算符或逗号', '#'],
    ['#', '公式里不能用「#」', '#'],
  ])('%s', (text, sentence, place) => {
    expect(faults(text)).toEqual([[sentence, place]])
  })

  it('tells a whole of the wrong type, and refuses depth without running out of stack', () => {
    expect(faults('{金额}', 'boolean')).toEqual([['这里要的是是或否，给的是数字', '{金额}']])
    expect(faults('('.repeat(19_000))[0]?.[0]).toContain('最多')
    expect(faults('x'.repeat(20_001))[0]?.[0]).toContain('20000')
  })
})

describe('names', () => {
  it('are never shared by two functions', () => {
    const owners = new Map<string, string>()
    for (const fn of Object.values<FormulaFunction>(formulaFunctions)) {
      for (const name of new Set(namesOfFunction(fn).map(foldName))) {
        expect(owners.get(name), name).toBeUndefined()
        owners.set(name, fn.name)
      }
      expect(
        namesOfFunction(fn).every((name) => /^[\p{L}_][\p{L}\p{N}_.]*$/u.test(name)),
        fn.name,
      ).toBe(true)
    }
  })
})

describe('percent fields', () => {
  const share = call('share', field('discount'))
  it.each([
    ['{金额} * {折扣}', call('multiply', field('amount'), share)],
    ['{折扣} > 10%', call('greaterThan', field('discount'), literal(10))],
    ['{折扣} > 10', call('greaterThan', field('discount'), literal(10))],
    ['{折扣} > {金额} / 100', call('greaterThan', share, call('divide', field('amount'), literal(100)))],
    ['{折扣}', share],
    ['百分点({折扣})', field('discount')],
    ['{金额} * 百分点({折扣}) / 100', call('divide', call('multiply', field('amount'), field('discount')), literal(100))],
    ['如果({isNew}, {折扣}, 5%)', call('if', field('isNew'), share, literal(0.05))],
  ])('reckon with the share in %s, and are compared as they are kept', (text, expression) => {
    expect(read(text)).toEqual(expression)
    expect(read(writeFormula(expression, chinese))).toEqual(expression)
  })

  it('give an eighth of the amount for 12.5 %', () => {
    const tree = must(read('{金额} * {折扣}'))
    const values: Record<string, Value> = { amount: 200, discount: 12.5 }
    const context = { now: '2026-11-22T00:00:00.000Z', timeZone: 'Asia/Shanghai', userId: null }
    const worth = evaluate(tree, { functions: formulaFunctions, context, read: (path) => values[path] ?? null })
    expect(Number(worth)).toBe(25)
  })

  it('are kept in hundredths when a result is shown as percent', () => {
    expect(asPoints(share)).toEqual(field('discount'))
    expect(asShare(field('discount'))).toEqual(share)
    const ratio = call('divide', field('amount'), literal(4))
    expect(asShare(asPoints(ratio))).toEqual(ratio)
  })
})

describe('text and tree', () => {
  const odd = fc.string({ unit: 'binary' })
  const value: fc.Arbitrary<Value> = fc.oneof(
    odd,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => number + 0),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom(
      'douyin',
      '抖音',
      '数学',
      '2026-11-21',
      '2026-11-21T00:00:00.000Z',
      '2026-11-21 08:00',
      '1.50',
      '10%',
      '@"x"',
    ),
  )
  /** Any tree that can be called sound, over fields with options, shared labels and odd names. */
  const anyTree = fc.letrec<{ tree: Expression }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 4 },
      value.map(literal),
      fc.array(value, { maxLength: 3 }).map(literal),
      fc.constantFrom(...Object.keys(labels)).map(field),
      fc
        .tuple(fc.constantFrom(...Object.keys(formulaFunctions)), fc.array(tie('tree'), { maxLength: 3 }))
        .map(([name, args]) => call(name, ...args)),
    ),
  })).tree
  const zero = (expression: unknown): unknown => JSON.parse(JSON.stringify(expression))

  it.each(['zh-CN', 'en'] as const)('what is written in %s is read back as the same tree', (locale) => {
    const vocabulary: FormulaVocabulary = {
      ...chinese,
      locale,
      typeOf: typeOfColumn,
      children: fieldNames([{ path: 'child.row', labels: [{ 'zh-CN': '子项', en: 'Child' }] }], locale),
      childTyping: () => vocabulary,
      fields: fieldNames(
        columnNames.map((path, index) => ({
          path,
          labels: [{ 'zh-CN': index % 3 === 0 ? '同名' : `列 ${index}`, en: `Col ${index}` }],
        })),
        locale,
      ),
    }
    const sound = fc
      .constantFrom(...scalarTypes)
      .chain((type) => expressionOf(type, 3))
      .filter(isSound)
    fc.assert(
      fc.property(sound, (expression) => {
        const text = writeFormula(expression, vocabulary)
        const parsed = parseFormula(text, vocabulary)
        expect(parsed.issues, text).toEqual([])
        expect(parsed.expression, text).toEqual(expression)
      }),
      { numRuns: 300 },
    )
  })

  it('with times of children that only their own type tells from texts', () => {
    const vocabulary: FormulaVocabulary = { ...chinese, childTyping: () => vocabulary }
    const times = ['2026-11-21T15:59:59.999Z', '2026-11-21T16:00:00.000Z'].map(literal)
    const chosen = call('switch', field('name'), literal('甲'), ...times.slice(0, 1), field('phone'), ...times.slice(1))
    const latest = children('order.lead', 'max', { of: call('max', field('createdAt'), chosen) })
    const text = writeFormula(latest, vocabulary)
    expect(parseFormula(text, vocabulary), text).toMatchObject({ issues: [], expression: latest })
  })

  it('even of odd values and odd names', () => {
    fc.assert(
      fc.property(
        anyTree.filter((tree) => checkExpression(tree, chinese).issues.length === 0),
        (expression) => {
          const text = writeFormula(expression, chinese)
          const parsed = parseFormula(text, chinese)
          expect(parsed.issues, text).toEqual([])
          expect(zero(parsed.expression), text).toEqual(zero(expression))
        },
      ),
      { numRuns: 1_000 },
    )
  })

  it('never fails on what anyone may type, and points inside it', () => {
    const piece = fc.constantFrom(
      '如果(',
      '{金额}',
      ')',
      ',',
      '“',
      '"',
      '且',
      '非',
      '>',
      '=',
      '-',
      '5',
      '%',
      '抖音',
      '@',
      '[',
      '｛',
      ' ',
      '属于',
      '😀',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          odd,
          fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
        ),
        (text) => {
          for (const { offset, length } of parseFormula(text, chinese).issues) {
            expect(offset).toBeGreaterThanOrEqual(0)
            expect(offset + length).toBeLessThanOrEqual(text.length)
          }
        },
      ),
      { numRuns: 1_000 },
    )
  })
})
