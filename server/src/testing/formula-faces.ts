import pg from 'pg'
import {
  checkExpression,
  compileExpression,
  compileValue,
  parseInstant,
  prepareExpression,
  type ChildSource,
  type EvaluationContext,
  type Expression,
  type RecordFacts,
  type Value,
  type ValueType,
} from '@jieli/core'
import { formulaFunctions } from '@jieli/extensions/formula-functions'
import {
  columnNames,
  columns,
  columnTyping,
  type Row,
} from '@jieli/extensions/formula-functions/testing/arbitrary-expression.ts'
import { Bindings } from '../query/bindings.ts'

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

/** Expressions to be worked out for rows, each with its children, in both ways. */
export interface Batch {
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

/** An expression that is worth one thing in JavaScript and another in SQL, for a row; `kept` when only WHERE differs. */
export interface Disagreement {
  expression: Expression
  context: EvaluationContext
  row: Row
  family: Row[]
  inJavaScript: string
  inSql: string
}

/** Works expressions out in JavaScript and in SQL; many in one statement, as each statement costs a round trip. */
export class FormulaFaces {
  readonly #client: pg.Client

  constructor(client: pg.Client) {
    this.#client = client
  }

  /** The first row of each expression for which the two differ. An expression that PostgreSQL refuses differs for the first. */
  async disagreements(batch: Batch): Promise<Disagreement[]> {
    await this.#store(
      't',
      batch.data.map((one, of) => ({ of, row: one })),
    )
    await this.#store(
      'k',
      batch.families.flatMap((family, of) => family.map((one) => ({ of, row: one }))),
    )
    return this.#compare(batch)
  }

  async #compare(batch: Batch): Promise<Disagreement[]> {
    const types = batch.expressions.map(
      (expression) => checkExpression(expression, { functions: formulaFunctions, ...columnTyping }).type,
    )
    const answers = await this.#ask(batch, types).catch((error: unknown) => String(error))
    if (typeof answers !== 'string')
      return batch.expressions.flatMap((_, index) => this.#differences(batch, index, types[index] ?? 'any', answers))
    if (batch.expressions.length === 1) return [{ ...told(batch, 0, 0), inJavaScript: '', inSql: answers }]
    // Which one it was: each is asked by itself.
    const alone: Disagreement[][] = []
    for (const expression of batch.expressions) alone.push(await this.#compare({ ...batch, expressions: [expression] }))
    return alone.flat()
  }

  async #ask(batch: Batch, types: ValueType[]): Promise<Answers> {
    const [select, filter] = [compiled(batch), compiled(batch)]
    const selected = batch.expressions.map(
      (expression, index) => `${asText(compileValue(expression, select.environment), types[index] ?? 'any')} AS v${index}`,
    )
    const filters = batch.expressions.map((expression, index) =>
      types[index] === 'boolean'
        ? `array(SELECT row FROM t WHERE ${compileExpression(expression, filter.environment)} ORDER BY row) AS w${index}`
        : `NULL AS w${index}`,
    )
    const values = await this.#client.query(
      `SELECT ${selected.join(', ')} FROM t WHERE ${mentionsContext} ORDER BY row`,
      select.bindings.params,
    )
    const kept = await this.#client.query(`SELECT ${filters.join(', ')} WHERE ${mentionsContext}`, filter.bindings.params)
    return { values: values.rows, kept: kept.rows[0] }
  }

  #differences(batch: Batch, index: number, type: ValueType, { values, kept }: Answers): Disagreement[] {
    const expression = batch.expressions[index]
    if (!expression) return []
    const work = prepareExpression(expression, { functions: formulaFunctions, ...columnTyping })
    const keptRows = kept[`w${index}`]
    for (const [at, one] of batch.data.entries()) {
      const value = work({ ...factsOf(one, batch.families[at] ?? []), context: batch.context })
      const [inJavaScript, inSql] = [canonical(value, type), canonical(values[at]?.[`v${index}`], type)]
      if (inJavaScript !== inSql) return [{ ...told(batch, index, at), inJavaScript, inSql }]
      const isKept = Array.isArray(keptRows) && keptRows.includes(at)
      if (type === 'boolean' && isKept !== (value === true))
        return [{ ...told(batch, index, at), inJavaScript: `kept: ${value}`, inSql: `kept: ${isKept}` }]
    }
    return []
  }

  async #store(table: string, data: { of: number; row: Row }[]): Promise<void> {
    await this.#client.query(
      `DROP TABLE IF EXISTS ${table}; CREATE TEMP TABLE ${table} (row int, ${columnNames.map((name) => `${name} ${columns[name]?.sql}`).join(', ')})`,
    )
    const values = data.map(
      ({ of, row: one }) =>
        `(${[String(of), ...columnNames.map((name) => literalSql(one[name] ?? null, columns[name]?.sql ?? ''))].join(', ')})`,
    )
    if (values.length > 0) await this.#client.query(`INSERT INTO ${table} VALUES ${values.join(', ')}`)
  }
}

interface Answers {
  values: Record<string, unknown>[]
  /** The rows that WHERE keeps, by expression. */
  kept: Record<string, unknown>
}

const told = ({ data, families, context, expressions }: Batch, index: number, at: number) => ({
  expression: expressions[index] ?? { value: null },
  context,
  row: data[at] ?? {},
  family: families[at] ?? [],
})

/** PostgreSQL must see every parameter of a statement, used or not. */
const mentionsContext = '($1::timestamptz, $2::text, $3::uuid) IS DISTINCT FROM NULL'

const literalSql = (value: Value, type: string): string =>
  value === null
    ? 'NULL'
    : Array.isArray(value)
      ? `ARRAY[${value.map((member) => pg.escapeLiteral(String(member))).join(', ')}]::${type}`
      : `${pg.escapeLiteral(String(value))}::${type}`
