import fc from 'fast-check'
import {
  call,
  checkExpression,
  childFunctions,
  children,
  field,
  literal,
  type Expression,
  type FieldTyping,
  type FormulaFunction,
  type FormulaParam,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from '../index.ts'

/** Two columns of each type; ids once as text and once as uuid. */
export const columns: Record<string, { type: ValueType; sql: string }> = {
  text1: { type: 'text', sql: 'text' },
  text2: { type: 'text', sql: 'text' },
  num1: { type: 'number', sql: 'numeric(18,3)' },
  num2: { type: 'number', sql: 'numeric' },
  flag1: { type: 'boolean', sql: 'boolean' },
  flag2: { type: 'boolean', sql: 'boolean' },
  day1: { type: 'date', sql: 'date' },
  day2: { type: 'date', sql: 'date' },
  at1: { type: 'instant', sql: 'timestamptz' },
  at2: { type: 'instant', sql: 'timestamptz' },
  id1: { type: 'id', sql: 'text' },
  id2: { type: 'id', sql: 'uuid' },
  list1: { type: 'list', sql: 'text[]' },
  list2: { type: 'list', sql: 'text[]' },
}
export const columnNames = Object.keys(columns)
export const samples: Record<string, Value[]> = {
  text: ['抖音', '中考数学', '中考冲刺', '数学', 'a', 'A', 'b', 'É', '😀', 'ｚ', "it's", '100%', '_', '\\'],
  number: ['0', '1', '-1', '0.1', '0.20', '2.5', '-2.5', '2.675', '12', '3', '7', '99999999999999.99'],
  boolean: [true, false],
  date: [
    '2026-11-20',
    '2026-11-21',
    '2026-11-22',
    '2026-11-16',
    '2026-11-15',
    '2026-10-31',
    '2026-11-01',
    '2024-02-29',
    '1999-12-31',
  ],
  instant: [
    '2026-11-21T15:59:59.999Z',
    '2026-11-21T16:00:00.000Z',
    '2026-11-21T16:00:00.000001Z',
    '2026-11-20T16:00:00.000Z',
    '2026-11-15T15:59:59.000Z',
    '2026-11-15T16:00:00.000Z',
    '2026-10-31T15:59:59.000Z',
    '2026-10-31T16:00:00.000Z',
    '2026-11-01T08:30:00.000Z',
    '2026-11-01T09:30:00.000Z',
    '2026-03-08T10:00:00.000Z',
    '2026-11-22T07:59:59.000Z',
    '2026-11-22T08:00:00.000Z',
    '1988-04-16T18:30:00.000Z',
    '2026-03-08T06:59:59.999Z',
    '2026-03-08T07:00:00.000Z',
    '2026-11-01T04:30:00.000Z',
    '2026-11-01T05:30:00.000Z',
    '2026-11-01T06:30:00.000Z',
    '2026-04-04T14:45:00.000Z',
    '2026-10-03T15:30:00.000Z',
    '1986-05-03T18:00:00.000Z',
    '1991-09-14T16:30:00.000Z',
    '1991-09-14T17:00:00.000Z',
    '2011-12-30T09:59:59.000Z',
  ],
  id: ['douyin', 'offline', '0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002'],
  uuid: ['0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002'],
}
/** Summer times of an hour and of half an hour, midnights that are shown twice (Havana) and a day left out (Apia). */
export const zones = [
  'Asia/Shanghai',
  'UTC',
  'America/Los_Angeles',
  'America/New_York',
  'Australia/Lord_Howe',
  'America/Havana',
  'Pacific/Apia',
]
/** Around now, and around changes of clocks in those zones; Shanghai's own summers were those of 1986 to 1991. */
export const moments = [
  '2026-11-21T15:59:59.999Z',
  '2026-11-21T16:00:00.000Z',
  '2026-11-01T09:00:00.000Z',
  '2026-03-08T09:59:00.000Z',
  '2026-11-22T20:00:00.000Z',
  '2026-11-01T05:30:00.000Z',
  '2026-11-01T06:30:00.000Z',
  '2026-04-04T14:45:00.000Z',
  '1986-05-03T18:30:00.000Z',
  '1991-09-14T17:00:00.000Z',
  '2011-12-30T10:00:00.000Z',
]
const functions = Object.values<FormulaFunction>(formulaFunctions)
const valuesOf = (type: string): fc.Arbitrary<Value> => fc.constantFrom(...(samples[type] ?? []))
export const scalarTypes: ValueType[] = ['text', 'number', 'boolean', 'date', 'instant', 'id']

/** A column's value: absent one time in five; lists empty sometimes too. */
const cell = (name: string): fc.Arbitrary<Value> => {
  const { type, sql } = columns[name] ?? { type: 'any', sql: '' }
  const value = type === 'list' ? fc.array(valuesOf('text'), { maxLength: 3 }) : valuesOf(sql === 'uuid' ? 'uuid' : type)
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
}
export type Row = Record<string, Value>
const row: fc.Arbitrary<Row> = fc.record(Object.fromEntries(columnNames.map((name) => [name, cell(name)])))
export const rows = fc.array(row, { minLength: 45, maxLength: 45 })
/** Up to four children of each row, with the same columns. */
export const families = fc.array(fc.array(row, { maxLength: 4 }), { minLength: 45, maxLength: 45 })

/** A well-typed expression: a field, a literal or a call of any function that returns the type. */
export const expressionOf = (type: ValueType, depth: number): fc.Arbitrary<Expression> => {
  const fields = columnNames.filter((name) => columns[name]?.type === type).map(field)
  const written =
    type === 'list'
      ? fc.array(valuesOf('text'), { maxLength: 3 })
      : fc.oneof({ weight: 5, arbitrary: valuesOf(type) }, { weight: 1, arbitrary: fc.constant(null) })
  const leaf = fc.oneof(fc.constantFrom(...fields), written.map(literal))
  const makers = functions.filter(
    (fn) =>
      fn.returns === type ||
      (fn.returns === 'any' && (fn.params.find((param) => param.type === 'any')?.among ?? []).includes(type)),
  )
  if (depth === 0 || makers.length === 0) return leaf
  const asked = childFunctions.filter((fn) => answers[fn].includes(type))
  return fc.oneof(
    { weight: 1, arbitrary: leaf },
    ...(asked.length === 0
      ? []
      : [{ weight: 1, arbitrary: fc.constantFrom(...asked).chain((fn) => questionOf(fn, type, depth - 1)) }]),
    { weight: 4, arbitrary: fc.constantFrom(...makers).chain((fn) => callOf(fn, type, depth - 1)) },
  )
}

const questionOf = (fn: (typeof childFunctions)[number], type: ValueType, depth: number): fc.Arbitrary<Expression> => {
  const where = expressionOf('boolean', depth)
  const isMeasured = ['sum', 'avg', 'min', 'max'].includes(fn)
  return fc
    .record(
      { where, of: isMeasured ? expressionOf(fn === 'sum' || fn === 'avg' ? 'number' : type, depth) : fc.constant(undefined) },
      { requiredKeys: fn === 'all' ? ['where', 'of'] : ['of'] },
    )
    .map(({ of, ...parts }) => children('child.row', fn, { ...parts, ...(of ? { of } : {}) }))
}

/** The types that a question to children may be answered in. */
const answers: Record<(typeof childFunctions)[number], ValueType[]> = {
  any: ['boolean'],
  all: ['boolean'],
  none: ['boolean'],
  count: ['number'],
  sum: ['number'],
  avg: ['number'],
  min: ['number', 'date', 'instant'],
  max: ['number', 'date', 'instant'],
}

const callOf = (fn: FormulaFunction, type: ValueType, depth: number): fc.Arbitrary<Expression> => {
  const groups = [...new Set(['', ...fn.params.map(({ group }) => group ?? '')])]
  const typeOfGroup = (group: string): fc.Arbitrary<ValueType> => {
    const param = fn.params.find((each) => each.type === 'any' && (each.group ?? '') === group)
    return group === '' && fn.returns === 'any' ? fc.constant(type) : fc.constantFrom(...(param?.among ?? scalarTypes))
  }
  const repeated = fn.params.filter(({ rest }) => rest)
  return fc.tuple(...groups.map(typeOfGroup)).chain((types) => {
    const shared = (param: FormulaParam): ValueType => types[groups.indexOf(param.group ?? '')] ?? 'any'
    const args = [...fn.params, ...repeated].map((param) => argumentOf(param, shared(param), depth))
    const optional = fn.params.filter((param) => param.optional && !param.rest).length
    return fc
      .tuple(fc.tuple(...args), fc.nat({ max: optional }))
      .map(([given, left]) => call(fn.name, ...given.slice(0, given.length - left)))
  })
}

/** Words that only mean something to the functions that take them. */
const wordsFor: Record<string, string[]> = {
  unit: ['年', '月', 'week', '天', 'hours', '分钟', '世纪'],
  pattern: ['YYYY-MM-DD', 'YYYY年MM月DD日 HH:mm:ss', 'MMMM', 'x'],
}

/** Lists of numbers and times can only be written out; those of texts are columns too. */
const argumentOf = (param: FormulaParam, shared: ValueType, depth: number): fc.Arbitrary<Expression> => {
  const words = wordsFor[param.name]
  if (words) return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...words).map(literal) }, expressionOf('text', 0))
  const type = param.type === 'any' ? shared : param.type
  const members = param.among?.includes('text') ? 'text' : shared
  return type === 'list' && members !== 'text'
    ? fc.array(valuesOf(members), { maxLength: 3 }).map(literal)
    : expressionOf(type, depth)
}

/** The type of a column. */
export const typeOfColumn = (path: string): ValueType | undefined => columns[path]?.type

/** A child's children are its parent's: it only matters that they are the same in both. */
export const columnTyping: FieldTyping = { typeOf: typeOfColumn, childTyping: () => columnTyping }

/** Whether an expression is one that people could save. */
export const isSound = (expression: Expression): boolean =>
  checkExpression(expression, { functions: formulaFunctions, ...columnTyping }).issues.length === 0
