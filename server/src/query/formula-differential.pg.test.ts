import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  call,
  checkExpression,
  children,
  childFunctions,
  compileExpression,
  compileValue,
  evaluate,
  field,
  literal,
  parseInstant,
  type ChildSource,
  type EvaluationContext,
  type Expression,
  type FieldTyping,
  type FormulaFunction,
  type RecordFacts,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { Bindings } from './bindings.ts'

/** Two columns of each type; ids once as text and once as uuid. */
const columns: Record<string, { type: ValueType; sql: string }> = {
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
const names = Object.keys(columns)
const samples: Record<string, Value[]> = {
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
  ],
  id: ['douyin', 'offline', '0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002'],
  uuid: ['0192f0c1-0000-7000-8000-000000000001', '0192f0c1-0000-7000-8000-000000000002'],
}
const zones = ['Asia/Shanghai', 'UTC', 'America/Los_Angeles']
const moments = [
  '2026-11-21T15:59:59.999Z',
  '2026-11-21T16:00:00.000Z',
  '2026-11-01T09:00:00.000Z',
  '2026-03-08T09:59:00.000Z',
  '2026-11-22T20:00:00.000Z',
]
const functions = Object.values<FormulaFunction>(formulaFunctions)
const valuesOf = (type: string): fc.Arbitrary<Value> => fc.constantFrom(...(samples[type] ?? []))
const scalarTypes: ValueType[] = ['text', 'number', 'boolean', 'date', 'instant', 'id']

/** A column's value: absent one time in five; lists empty sometimes too. */
const cell = (name: string): fc.Arbitrary<Value> => {
  const { type, sql } = columns[name] ?? { type: 'any', sql: '' }
  const value = type === 'list' ? fc.array(valuesOf('text'), { maxLength: 3 }) : valuesOf(sql === 'uuid' ? 'uuid' : type)
  return fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
}
type Row = Record<string, Value>
const row: fc.Arbitrary<Row> = fc.record(Object.fromEntries(names.map((name) => [name, cell(name)])))
const rows = fc.array(row, { minLength: 40, maxLength: 40 })
/** Up to four children of each row, with the same columns. */
const families = fc.array(fc.array(row, { maxLength: 4 }), { minLength: 40, maxLength: 40 })

/** A well-typed expression: a field, a literal or a call of any function that returns the type. */
const expressionOf = (type: ValueType, depth: number): fc.Arbitrary<Expression> => {
  const fields = names.filter((name) => columns[name]?.type === type).map(field)
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
  const param = fn.params.find((each) => each.type === 'any')
  const allowed = param?.among ?? scalarTypes
  const shared = fn.returns === 'any' ? fc.constant(type) : fc.constantFrom(...allowed)
  return shared.chain((any) => {
    const repeated = fn.params.at(-1)?.rest ? [...fn.params, ...fn.params.slice(-1)] : fn.params
    const args = repeated.map((each) => argumentOf(each.type === 'any' ? any : each.type, any, depth))
    return fc.tuple(...args).map((given) => call(fn.name, ...given))
  })
}

/** Lists of numbers and times can only be written out; those of texts are columns too. */
const argumentOf = (type: ValueType, shared: ValueType, depth: number): fc.Arbitrary<Expression> =>
  type === 'list' && shared !== 'text' ? fc.array(valuesOf(shared), { maxLength: 3 }).map(literal) : expressionOf(type, depth)

const readRow =
  (row: Record<string, Value>) =>
  (path: string): Value =>
    row[path] ?? null
const typeOf = (path: string): ValueType | undefined => columns[path]?.type
/** A child's children are its parent's: it only matters that they are the same in both. */
const typing: FieldTyping = { typeOf, childTyping: () => typing }
const factsOf = (one: Row, family: readonly Row[]): RecordFacts => ({
  read: readRow(one),
  children: () => family.map((child) => factsOf(child, family)),
})

/** The family of a row, seen from the row or from a child; every level under an alias of its own. */
const familyOf = (parent: string, level: number): ChildSource => ({
  column: (path) => `k${level}.${path}`,
  columnType: (path) => columns[path]?.sql,
  childSource: () => familyOf(`k${level}`, level + 1),
  rows: () => `FROM k k${level} WHERE k${level}.row = ${parent}.row`,
})

interface Batch {
  context: EvaluationContext
  data: Row[]
  families: Row[][]
  expressions: Expression[]
}

const compiled = (batch: Batch) => {
  const bindings = new Bindings()
  const environment = {
    functions: formulaFunctions,
    ...typing,
    childSource: () => familyOf('t', 1),
    column: (path: string) => `t.${path}`,
    columnType: (path: string) => columns[path]?.sql,
    bind: (value: Value, type: string) => bindings.bindAs(value, type),
    context: {
      now: bindings.bindAs(batch.context.now, 'timestamptz'),
      timeZone: bindings.bindAs(batch.context.timeZone, 'text'),
      userId: bindings.bindAs(batch.context.userId, 'uuid'),
    },
  }
  return { bindings, environment }
}

/** The result as text that is equal exactly when the values are. */
const canonical = (value: unknown, type: ValueType): string => {
  if (value === null || value === undefined) return 'absent'
  if (type === 'number') return String(value).includes('.') ? String(value).replace(/\.?0+$/, '') : String(value)
  return type === 'instant' ? String(parseInstant(String(value))) : JSON.stringify(value)
}

const asText = (sql: string, type: ValueType): string =>
  type === 'number'
    ? `trim_scale((${sql})::numeric)::text`
    : type === 'instant'
      ? `to_char((${sql}) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : type === 'date'
        ? `to_char(${sql}, 'YYYY-MM-DD')`
        : type === 'boolean' || type === 'list'
          ? sql
          : `(${sql})::text`

describe('an expression in JavaScript and in SQL', () => {
  let database: TestDatabase
  let client: pg.Client
  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    // The session's own zone must not matter.
    await client.query(`SET TIME ZONE 'Pacific/Auckland'`)
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  const store = async (table: string, data: { of: number; row: Row }[]): Promise<void> => {
    await client.query(
      `DROP TABLE IF EXISTS ${table}; CREATE TEMP TABLE ${table} (row int, ${names.map((name) => `${name} ${columns[name]?.sql}`).join(', ')})`,
    )
    const values = data.map(
      ({ of, row: one }) =>
        `(${[String(of), ...names.map((name) => literalSql(one[name] ?? null, columns[name]?.sql ?? ''))].join(', ')})`,
    )
    if (values.length > 0) await client.query(`INSERT INTO ${table} VALUES ${values.join(', ')}`)
  }

  const compare = async (batch: Batch): Promise<void> => {
    await store(
      't',
      batch.data.map((one, of) => ({ of, row: one })),
    )
    await store(
      'k',
      batch.families.flatMap((family, of) => family.map((one) => ({ of, row: one }))),
    )
    const select = compiled(batch)
    const filter = compiled(batch)
    const types = batch.expressions.map(
      (expression) => checkExpression(expression, { functions: formulaFunctions, ...typing }).type,
    )
    const selected = batch.expressions.map(
      (expression, index) => `${asText(compileValue(expression, select.environment), types[index] ?? 'any')} AS v${index}`,
    )
    const filters = batch.expressions.map((expression, index) =>
      types[index] === 'boolean'
        ? `array(SELECT row FROM t WHERE ${compileExpression(expression, filter.environment)} ORDER BY row)`
        : 'NULL',
    )
    const answer = await client.query(
      `SELECT ${selected.join(', ')} FROM t WHERE ${mentionsContext} ORDER BY row`,
      select.bindings.params,
    )
    const kept = await client.query(
      `SELECT ${filters.map((sql, index) => `${sql} AS w${index}`).join(', ')} WHERE ${mentionsContext}`,
      filter.bindings.params,
    )
    batch.expressions.forEach((expression, index) => {
      const type = types[index] ?? 'any'
      const results = batch.data.map((one, at) =>
        evaluate(expression, {
          functions: formulaFunctions,
          ...typing,
          ...factsOf(one, batch.families[at] ?? []),
          context: batch.context,
        }),
      )
      const told = JSON.stringify({ expression, context: batch.context })
      expect(
        answer.rows.map((row) => canonical(row[`v${index}`], type)),
        told,
      ).toEqual(results.map((value) => canonical(value, type)))
      if (type === 'boolean')
        expect(kept.rows[0][`w${index}`], told).toEqual(results.flatMap((value, row) => (value === true ? [row] : [])))
    })
  }

  it('gives the results of every function’s examples', async () => {
    for (const fn of functions) {
      for (const example of fn.examples) {
        const context = { now: '2026-11-21T14:30:00.000Z', timeZone: 'Asia/Shanghai', ...example.context, userId: null }
        await compare({ context, data: [{}], families: [], expressions: [{ call: fn.name, args: example.args.map(literal) }] })
      }
    }
  })

  const runs = Number(process.env['FORMULA_FUZZ_RUNS'] ?? 12)
  it('is the same value and keeps the same rows', { timeout: 60_000 + runs * 5_000 }, async () => {
    const root = fc
      .constantFrom(...scalarTypes)
      .chain((type) => expressionOf(type, 3))
      .filter(isSound)
    const context = fc.record({
      now: fc.constantFrom(...moments),
      timeZone: fc.constantFrom(...zones),
      userId: fc.constantFrom(null, ...(samples['uuid'] as string[])),
    })
    const batch = fc.record({
      context,
      data: rows,
      families,
      expressions: fc.array(fc.oneof(root, expressionOf('boolean', 3).filter(isSound)), { minLength: 25, maxLength: 25 }),
    })
    await fc.assert(fc.asyncProperty(batch, compare), { numRuns: runs, endOnFailure: true })
  })
})

const isSound = (expression: Expression): boolean =>
  checkExpression(expression, { functions: formulaFunctions, ...typing }).issues.length === 0

/** PostgreSQL must see every parameter of a statement, used or not. */
const mentionsContext = '($1::timestamptz, $2::text, $3::uuid) IS DISTINCT FROM NULL'

const literalSql = (value: Value, type: string): string =>
  value === null
    ? 'NULL'
    : Array.isArray(value)
      ? `ARRAY[${value.map((member) => pg.escapeLiteral(String(member))).join(', ')}]::${type}`
      : `${pg.escapeLiteral(String(value))}::${type}`
