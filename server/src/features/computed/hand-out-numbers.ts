import { civilDate, must, typeAndSettingsOf, type FieldInfo, type Numbering, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import type { Applied } from '../records/change.ts'
import type { Context } from '../workspace/workspace.ts'

/** The sequence that a field's numbers come from. */
export const sequenceOf = (field: Pick<FieldInfo, 'column'>): string => `w.${field.column}_number`

/** Gives every new record its numbers. None waits for another: a sequence forgets nothing that was drawn, so gaps may be, doubles never. */
export const handOutNumbers = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  applied: readonly Applied[],
): Promise<readonly Applied[]> => {
  const created = applied.filter((one) => one.action === 'create')
  const fields = [...info.fields.values()].filter((field) => field.isNumbered)
  if (fields.length === 0 || created.length === 0) return applied
  for (const field of fields) {
    const numbers = await draw(
      context,
      tx,
      field,
      created.map(({ after }) => after.createdAt),
    )
    for (const [index, one] of created.entries())
      one.after = { ...one.after, values: { ...one.after.values, [field.name]: must(numbers[index]) } }
  }
  return applied
}

/** Numbers for records that were there before the field was, in the order given; who has one keeps it. */
export const numberRecords = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  field: FieldInfo,
  ids: readonly string[],
): Promise<void> => {
  const rows = await tx.query<{ id: string; created_at: string }>(
    `SELECT t.id, t.created_at FROM w.${info.table} t WHERE t.id = ANY($1::uuid[]) AND t.${field.column} IS NULL ORDER BY t.id FOR UPDATE`,
    [ids],
  )
  const numbers = await draw(
    context,
    tx,
    field,
    rows.map((row) => row.created_at),
  )
  await tx.query(
    `UPDATE w.${info.table} t SET ${field.column} = x.number FROM unnest($1::uuid[], $2::text[]) AS x(id, number) WHERE t.id = x.id`,
    [rows.map(({ id }) => id), numbers],
  )
}

const numberingFor = (context: Context, field: FieldInfo, instant: string): Numbering => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return must(type.numbering)(settings, civilDate(Date.parse(instant), context.workspace.config.current.timeZone))
}

/** One number for each instant, in their order within a period. */
const draw = async (context: Context, tx: Transaction, field: FieldInfo, instants: readonly string[]): Promise<string[]> => {
  const wanted = instants.map((instant) => numberingFor(context, field, instant))
  const counts = [...Map.groupBy(wanted, ({ period }) => period)].map(([period, ones]) => ({ period, count: ones.length }))
  const drawn = new Map<string, number[]>()
  for (const { period, count } of counts) drawn.set(period, await drawIn(tx, field, period, count))
  return wanted.map(({ period, write }) => write(must(drawn.get(period)?.shift())))
}

const drawIn = async (tx: Transaction, field: FieldInfo, period: string, count: number): Promise<number[]> => {
  const numbers = await drawKnown(tx, field, period, count)
  if (numbers.length > 0) return numbers
  // The first of a period marks where it begins. Who comes at the same instant waits for this one commit of the month, and
  // draws after it: every number drawn in a period is greater than its base.
  await tx.query(
    `INSERT INTO w.number_period (field, period, base) VALUES ($1, $2, nextval('${sequenceOf(field)}')) ON CONFLICT DO NOTHING`,
    [field.column, period],
  )
  return drawKnown(tx, field, period, count)
}

const drawKnown = async (tx: Transaction, field: FieldInfo, period: string, count: number): Promise<number[]> =>
  (
    await tx.query<{ number: number }>(
      `SELECT nextval('${sequenceOf(field)}') - p.base AS number FROM w.number_period p, generate_series(1, $3::int)
       WHERE p.field = $1 AND p.period = $2`,
      [field.column, period, count],
    )
  ).map(({ number }) => number)
