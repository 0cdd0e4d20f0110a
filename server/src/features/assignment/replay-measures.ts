import {
  fieldsOf,
  isVolatile,
  must,
  type AssignmentRule,
  type Expression,
  type MeasureRequest,
  type ObjectInfo,
  type PastRecord,
  type Value,
} from '@jieli/core'
import { functionRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import { bind, measuresOf } from './gather-facts.ts'
import { replayCondition, type ConditionThen } from './replay-condition.ts'
import { readMeasured } from './replay-queries.ts'

/** Figures of people by name, as they stood at a record's moment. */
export type FiguresThen = (userId: string) => Record<string, number>

type Plain = Record<string, Value>

const isAnd = (expression: Expression): expression is { call: string; args: Expression[] } =>
  'call' in expression && expression.call === 'and'
const conjunctsOf = (expression: Expression): Expression[] =>
  isAnd(expression) ? expression.args.flatMap(conjunctsOf) : [expression]

/** A measure with a record's own values put in: what does not change with time is sifted once, the rest at each moment. */
interface Sifted {
  rows: readonly Plain[]
  atTheTime: readonly ConditionThen[]
}

/**
 * The measures of rules at any past moment, from one read of each measured object: 近 7 天成交 means the seven days before
 * that lead came, not before today.
 */
export const replayMeasures = async (
  context: Context,
  rules: readonly AssignmentRule[],
): Promise<(rule: AssignmentRule, record: PastRecord) => FiguresThen> => {
  const { config, db } = context.workspace
  const { timeZone } = config.current
  const rowsOf = new Map<string, Plain[]>()
  for (const [object, measures] of Map.groupBy(rules.flatMap(measuresOf), (measure) => measure.object)) {
    const info = config.current.objects.get(object)
    const names = new Set(
      measures.flatMap((measure) => [
        measure.by,
        ...(measure.of ? [measure.of] : []),
        ...fieldsOf(measure.where).filter((name) => !name.startsWith('record.')),
      ]),
    )
    if (info) rowsOf.set(object, await readMeasured(db, info, [...names]))
  }
  const sifted = new Map<string, Sifted>()
  const siftedFor = (measure: MeasureRequest, values: Plain): Sifted => {
    const where = bind(measure.where, values)
    const key = JSON.stringify([measure.object, where])
    const known = sifted.get(key)
    if (known) return known
    const made = sift(must(config.current.objects.get(measure.object)), where, rowsOf.get(measure.object) ?? [], timeZone)
    sifted.set(key, made)
    return made
  }
  return (rule, record) => {
    const sums = measuresOf(rule).map((measure) => ({
      measure,
      sums: sumBy(measure, siftedFor(measure, record.values), record.at),
    }))
    return (userId) => Object.fromEntries(sums.map(({ measure, sums: byPerson }) => [measure.name, byPerson.get(userId) ?? 0]))
  }
}

const sift = (info: ObjectInfo, where: Expression, rows: readonly Plain[], timeZone: string): Sifted => {
  const [moving = [], fixed = []] = [true, false].map((volatile) =>
    conjunctsOf(where)
      .filter((one) => isVolatile(one, functionRegistry) === volatile)
      .map((one) => replayCondition(info, one, timeZone)),
  )
  // Nothing in the fixed part reads the moment, so any will do.
  return { rows: rows.filter((row) => fixed.every((holds) => holds(row, '1970-01-01T00:00:00.000Z'))), atTheTime: moving }
}

const sumBy = (measure: MeasureRequest, { rows, atTheTime }: Sifted, at: string): Map<string, number> => {
  const sums = new Map<string, number>()
  for (const row of rows) {
    if (!atTheTime.every((holds) => holds(row, at))) continue
    const person = String(row[measure.by] ?? '')
    sums.set(person, (sums.get(person) ?? 0) + (measure.fn === 'count' ? 1 : Number(row[measure.of ?? ''] ?? 0)))
  }
  return sums
}
