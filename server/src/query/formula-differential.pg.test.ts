import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  checkExpression,
  compileExpression,
  compileValue,
  evaluate,
  literal,
  parseInstant,
  type ChildSource,
  type EvaluationContext,
  type Expression,
  type FormulaFunction,
  type RecordFacts,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import {
  columnNames,
  columns,
  columnTyping,
  expressionOf,
  families,
  isSound,
  moments,
  rows,
  samples,
  scalarTypes,
  zones,
  type Row,
} from '@jieli/extensions/formula-functions/testing/arbitrary-expression.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import { Bindings } from './bindings.ts'

const readRow =
  (row: Record<string, Value>) =>
  (path: string): Value =>
    row[path] ?? null
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

const functions = Object.values<FormulaFunction>(formulaFunctions)

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
    ...columnTyping,
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
      `DROP TABLE IF EXISTS ${table}; CREATE TEMP TABLE ${table} (row int, ${columnNames.map((name) => `${name} ${columns[name]?.sql}`).join(', ')})`,
    )
    const values = data.map(
      ({ of, row: one }) =>
        `(${[String(of), ...columnNames.map((name) => literalSql(one[name] ?? null, columns[name]?.sql ?? ''))].join(', ')})`,
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
      (expression) => checkExpression(expression, { functions: formulaFunctions, ...columnTyping }).type,
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
          ...columnTyping,
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

/** PostgreSQL must see every parameter of a statement, used or not. */
const mentionsContext = '($1::timestamptz, $2::text, $3::uuid) IS DISTINCT FROM NULL'

const literalSql = (value: Value, type: string): string =>
  value === null
    ? 'NULL'
    : Array.isArray(value)
      ? `ARRAY[${value.map((member) => pg.escapeLiteral(String(member))).join(', ')}]::${type}`
      : `${pg.escapeLiteral(String(value))}::${type}`
