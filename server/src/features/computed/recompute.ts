import {
  authoriseExpressions,
  must,
  systemAccess,
  typeAndSettingsOf,
  type FieldInfo,
  type ObjectInfo,
  type Value,
} from '@jieli/core'
import type { Row, Transaction } from '../../database/database.ts'
import { Bindings } from '../../query/bindings.ts'
import { SourceCompiler } from '../../query/compile-source.ts'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import { valueFromRow } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import { fitResultSql } from './fit-result.ts'
import { holdSources } from './read-along.ts'

/** A record whose stored computed values were no longer right. */
export interface Recomputed {
  id: string
  changes: Record<string, { before: Value; after: Value }>
}

/**
 * Reckons fields of these records anew from what stands in the database now, one statement for all, and stores what is
 * different. The records are held first and read in the statement after: PostgreSQL then shows that statement all that was
 * committed by whoever held them before, so of two writers the later one sees both. Records in the bin are held as well: one
 * that somebody is just bringing back stands there until they commit. `rev` stays: nobody edited anything.
 */
export const recompute = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  fields: readonly FieldInfo[],
  ids: readonly string[],
): Promise<Recomputed[]> => {
  if (ids.length === 0) return []
  await tx.query(`SELECT 1 FROM w.${info.table} t WHERE t.id = ANY($1::uuid[]) ORDER BY t.id FOR NO KEY UPDATE`, [ids])
  await holdSources(context, tx, info.table, fields, ids)
  const { text, params } = statement(context, info, fields, ids)
  const rows = await tx.query(text, params)
  return rows.map((row) => ({ id: String(row['id']), changes: changesIn(row, fields) }))
}

const columnOf = (field: FieldInfo): string => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.column(settings)
}

const statement = (
  context: Context,
  info: ObjectInfo,
  fields: readonly FieldInfo[],
  ids: readonly string[],
): { text: string; params: unknown[] } => {
  const snapshot = context.workspace.config.current
  const bindings = new Bindings()
  const expressions = fields.map(({ computed }) => must(computed).expression)
  const allowed = authoriseExpressions(expressions, info, {
    snapshot,
    access: systemAccess,
    fieldTypes: fieldTypeRegistry,
    functions: functionRegistry,
  })
  const time = { now: context.now, timeZone: snapshot.timeZone }
  const source = new SourceCompiler({ object: info, rows: ['all'], access: systemAccess, ...allowed }, bindings, time)
  const fresh = fields.map((field, index) => {
    const sql = source.value(must(expressions[index]))
    return `${fitResultSql(sql, columnOf(field))} AS fresh_${index}`
  })
  const differs = fields.map((field, index) => `t.${field.column} IS DISTINCT FROM f.fresh_${index}`)
  const text = `WITH fresh AS MATERIALIZED (
    SELECT t.id, ${fresh.join(', ')} FROM ${source.from()} WHERE t.id = ANY(${bindings.bindAs(ids, 'uuid[]')}) AND t.deleted_at IS NULL
  ), moved AS (
    SELECT f.*, ${fields.map((field, index) => `t.${field.column} AS before_${index}`).join(', ')}
    FROM fresh f JOIN w.${info.table} t ON t.id = f.id WHERE ${differs.join(' OR ')}
  )
  UPDATE w.${info.table} t SET ${fields.map((field, index) => `${field.column} = m.fresh_${index}`).join(', ')}
  FROM moved m WHERE t.id = m.id
  RETURNING t.id, ${fields.map((_, index) => `m.before_${index}, m.fresh_${index}`).join(', ')}`
  return { text, params: bindings.params }
}

const changesIn = (row: Row, fields: readonly FieldInfo[]): Recomputed['changes'] =>
  Object.fromEntries(
    fields.flatMap((field, index) => {
      const before = valueFromRow(field, row[`before_${index}`])
      const after = valueFromRow(field, row[`fresh_${index}`])
      return JSON.stringify(before) === JSON.stringify(after) ? [] : [[field.name, { before, after }]]
    }),
  )
