import { isKept, must, type FieldInfo, type FieldRead, type Step, type Value } from '@jieli/core'
import type { Row, Transaction } from '../../database/database.ts'
import { valueFromRow } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'

/** How a field is named in an expression: `campus.city`. */
export const pathOf = ({ way, field }: Pick<FieldRead, 'way' | 'field'>): string =>
  [...way.map(({ relation }) => relation.name), field.name].join('.')

const wayKey = (way: readonly Step[]): string => way.map(({ relation }) => relation.name).join('.')

const goesUp = (way: readonly Step[]): boolean => way.length > 0 && way.every(({ kind }) => kind === 'up')

/** The ways up relations that these fields read along, the shorter first, each with what is read at its end. */
const waysOf = (fields: readonly FieldInfo[]): { way: readonly Step[]; read: FieldInfo[] }[] => {
  const reads = fields.flatMap(({ computed }) => computed?.reads ?? []).filter(({ way }) => goesUp(way))
  return [...Map.groupBy(reads, ({ way }) => wayKey(way)).values()]
    .map((group) => ({ way: must(group[0]).way, read: [...new Set(group.map(({ field }) => field))] }))
    .toSorted((a, b) => a.way.length - b.way.length)
}

/**
 * How a record that is read from is held until commit. Shared, so that many may read it while nobody changes it under them;
 * whoever will also write it, because it sums these records up, takes it for writing at once: two that shared it first and
 * then both wanted to write would wait for each other for ever.
 */
const holdSql = (context: Context, step: Step): string =>
  context.workspace.config.current.computations.isAskedOver(step.from, step.relation.name) ? 'FOR NO KEY UPDATE' : 'FOR SHARE'

/** Values along relations: by path, for the record at hand. */
export interface Along {
  read(path: string, ownValue: (name: string) => Value): Value
}

/**
 * What the fields read of the records that these point to, one statement for each way. Those records are held: a change to
 * one that is under way elsewhere is either seen here, or sees the records written here. Those in the bin are held too and then
 * passed over: somebody may be bringing one back.
 */
export const readAlong = async (
  context: Context,
  tx: Transaction,
  fields: readonly FieldInfo[],
  firstIds: (relation: string) => readonly string[],
): Promise<Along> => {
  const rowsAt = new Map<string, { step: Step; rows: Map<string, Row> }>()
  const objects = context.workspace.config.current.objects
  for (const { way, read } of waysOf(fields)) {
    const step = must(way.at(-1))
    const before = rowsAt.get(wayKey(way.slice(0, -1)))
    const ids = before
      ? [...before.rows.values()].flatMap((row) => idIn(row[step.relation.column]))
      : firstIds(step.relation.name)
    const columns = read.filter((field) => !field.computed || isKept(field)).map(({ column }) => `, t.${column}`)
    const held = await tx.query(
      `SELECT t.id AS key, t.deleted_at IS NULL AS stands${columns.join('')} FROM w.${must(objects.get(step.to)).table} t
       WHERE t.id = ANY($1::uuid[]) ORDER BY t.id ${holdSql(context, step)}`,
      [[...new Set(ids)]],
    )
    const rows = held.filter(({ stands }) => stands)
    rowsAt.set(wayKey(way), { step, rows: new Map(rows.map((row) => [String(row['key']), row])) })
  }
  const fieldsAt = new Map(
    waysOf(fields).flatMap(({ way, read }) => read.map((field) => [pathOf({ way, field }), field] as const)),
  )
  return {
    read: (path, ownValue) => {
      const [first = '', ...rest] = path.split('.')
      let id = ownValue(first)
      for (const [index, name] of rest.entries()) {
        const at = rowsAt.get([first, ...rest.slice(0, index)].join('.'))
        const row = at?.rows.get(String(id))
        const field = fieldsAt.get([first, ...rest.slice(0, index + 1)].join('.'))
        if (!row || !field) return null
        id = valueFromRow(field, row[field.column])
        if (name === rest.at(-1) && index === rest.length - 1) return id
      }
      return id
    },
  }
}

const idIn = (value: unknown): string[] => (typeof value === 'string' ? [value] : [])

/** Holds the records that these ones read from, as `readAlong` does, for values that the database itself reckons. */
export const holdSources = async (
  context: Context,
  tx: Transaction,
  table: string,
  fields: readonly FieldInfo[],
  ids: readonly string[],
): Promise<void> => {
  const objects = context.workspace.config.current.objects
  for (const { way } of waysOf(fields)) {
    const step = must(way.at(-1))
    const inner = way.reduce(
      (sql, { relation }, index) =>
        index === 0
          ? `SELECT t.${relation.column} FROM w.${table} t WHERE t.id = ANY($1::uuid[])`
          : `SELECT h.${relation.column} FROM w.${must(objects.get(must(way[index - 1]).to)).table} h WHERE h.id IN (${sql})`,
      '',
    )
    await tx.query(
      `SELECT 1 FROM w.${must(objects.get(step.to)).table} s WHERE s.id IN (${inner}) ORDER BY s.id ${holdSql(context, step)}`,
      [ids],
    )
  }
}
