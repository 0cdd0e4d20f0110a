import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { literal, type EvaluationContext, type Expression, type FormulaFunction } from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import {
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
import { FormulaFaces } from '../testing/formula-faces.ts'
import { createTestDatabase, type TestDatabase } from '../testing/test-database.ts'
import formerFailures from './formula-differential.corpus.json' with { type: 'json' }

const functions = Object.values<FormulaFunction>(formulaFunctions)

describe('an expression in JavaScript and in SQL', () => {
  let database: TestDatabase
  let client: pg.Client
  let faces: FormulaFaces
  beforeAll(async () => {
    database = await createTestDatabase()
    client = new pg.Client({ connectionString: database.url })
    await client.connect()
    // The session's own zone must not matter.
    await client.query(`SET TIME ZONE 'Pacific/Auckland'`)
    faces = new FormulaFaces(client)
  })
  afterAll(async () => {
    await client?.end()
    await database?.drop()
  })

  it('gives the results of every function’s examples', async () => {
    const byContext = new Map<string, { context: EvaluationContext; expressions: Expression[] }>()
    for (const fn of functions) {
      for (const { args, context: told } of fn.examples) {
        const context = { now: '2026-11-21T14:30:00.000Z', timeZone: 'Asia/Shanghai', ...told, userId: null }
        const batch = byContext.get(JSON.stringify(context)) ?? { context, expressions: [] }
        batch.expressions.push({ call: fn.name, args: args.map(literal) })
        byContext.set(JSON.stringify(context), batch)
      }
    }
    for (const batch of byContext.values())
      expect(await faces.disagreements({ ...batch, data: [{}], families: [[]] })).toEqual([])
  })

  it('no longer fails where it once did', async () => {
    for (const { expression, context, row, family } of formerFailures as unknown as Former[])
      expect(await faces.disagreements({ context, data: [row], families: [family], expressions: [expression] })).toEqual([])
  })

  // 45 rows × 60 expressions × 40 runs: 108,000 cases. For a long night: FORMULA_FUZZ_RUNS=4000.
  const runs = Number(process.env['FORMULA_FUZZ_RUNS'] ?? 40)
  const seed = Number(process.env['FORMULA_FUZZ_SEED'] ?? Date.now() % 2 ** 31)
  it(`is the same value and keeps the same rows (seed ${seed})`, { timeout: 60_000 + runs * 5_000 }, async () => {
    const root = fc.constantFrom(...scalarTypes).chain((type) => expressionOf(type, 3))
    const context = fc.record({
      now: fc.constantFrom(...moments),
      timeZone: fc.constantFrom(...zones),
      userId: fc.constantFrom(null, ...(samples['uuid'] as string[])),
    })
    const expressions = fc.array(fc.oneof(root, expressionOf('boolean', 3)).filter(isSound), { minLength: 60, maxLength: 60 })
    const batch = fc.record({ context, data: rows, families, expressions })
    const differ = async (each: Parameters<FormulaFaces['disagreements']>[0]): Promise<void> => {
      const found = await faces.disagreements(each)
      // One line each, to be added to the corpus.
      expect(found, found.map((one) => JSON.stringify(one)).join('\n')).toEqual([])
    }
    await fc.assert(fc.asyncProperty(batch, differ), { numRuns: runs, seed, endOnFailure: true })
  })
})

interface Former {
  expression: Expression
  context: EvaluationContext
  row: Row
  family: Row[]
}
