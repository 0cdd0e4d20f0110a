import { AppError, describeObjects, must, type Field, type FieldInfo, type ObjectType } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Queryable, Transaction } from '../../database/database.ts'
import { addFieldColumn, columnsOf, isWorkedOut } from '../objects/object-tables.ts'
import type { Context } from '../workspace/workspace.ts'
import { fillRecords, startFill } from './fill-field.ts'
import { sequenceOf } from './hand-out-numbers.ts'
import { MOST_AT_ONCE } from './settle-dependents.ts'

/**
 * Gives the computed and numbered fields of these objects what they lack: a column of the type of their results, a sequence
 * for their numbers, and, where there are records, a job that works them out. Done when all definitions are known, for a
 * result may look like a field of another object. Refuses what cannot be worked out, naming what is wrong.
 */
export const makeWorkedOut = async (
  context: Context,
  tx: Transaction,
  changed: readonly ObjectType[],
  options: { instead?: string } = {},
): Promise<void> => {
  if (!changed.some(({ fields }) => fields.some(isOurs))) return
  const described = await describeAll(tx, changed)
  for (const object of changed) {
    const columns = await columnsOf(tx, object.id)
    for (const field of object.fields.filter(isOurs)) {
      const info = must(described.get(object.name)?.get(field.name))
      if (info.computed?.fault) throw new AppError('invalid-values', { issues: [{ ...info.computed.fault, path: 'settings' }] })
      if (await isMade(tx, object, { field, info, columns })) continue
      if (await hasRecords(tx, object)) await startFill(context, tx, object, { ...field, ...options })
    }
  }
}

const isOurs = (field: Field): boolean => isWorkedOut(field) || fieldTypeRegistry[field.type]?.numbering !== undefined

const describeAll = async (
  db: Queryable,
  changed: readonly ObjectType[],
): Promise<Map<string, ReadonlyMap<string, FieldInfo>>> => {
  const others = await db.query<{ item: ObjectType }>(
    `SELECT item FROM w.config_item WHERE kind = 'object' AND id <> ALL($1::text[])`,
    [changed.map(({ name }) => name)],
  )
  const objects = describeObjects([...others.map(({ item }) => item), ...changed], {
    fieldTypes: fieldTypeRegistry,
    functions: functionRegistry,
  })
  return new Map([...objects].map(([name, info]) => [name, info.fields]))
}

/** True when it was there; makes it otherwise. */
const isMade = async (
  tx: Transaction,
  object: ObjectType,
  { field, info, columns }: { field: Field; info: FieldInfo; columns: ReadonlySet<string> },
): Promise<boolean> => {
  if (isWorkedOut(field)) {
    if (columns.has(field.id)) return true
    await addFieldColumn(tx, object.id, { ...field, type: info.type, settings: info.settings })
    return info.computed?.isVolatile === true
  }
  const sequence = sequenceOf({ column: field.id })
  const [known] = await tx.query<{ isThere: boolean }>(`SELECT to_regclass('${sequence}') IS NOT NULL AS "isThere"`)
  if (known?.isThere) return true
  await tx.query(`CREATE SEQUENCE ${sequence}`)
  return false
}

const hasRecords = async (tx: Transaction, object: ObjectType): Promise<boolean> =>
  (await tx.query(`SELECT 1 FROM w.${object.id} LIMIT 1`)).length > 0

/** Works a field out at once for the records that are there, when they are few; the job then finds nothing left to do. */
export const fillIfFew = async (context: Context, objectName: string, name: string): Promise<void> => {
  const object = context.workspace.config.current.objects.get(objectName)
  const field = object?.fields.get(name)
  if (!object || !field || (!field.computed && !field.isNumbered)) return
  await context.workspace.db.transaction(async (tx) => {
    const rows = await tx.query<{ id: string }>(
      `SELECT t.id FROM w.${object.table} t WHERE t.deleted_at IS NULL ORDER BY t.id LIMIT ${MOST_AT_ONCE + 1}`,
    )
    if (rows.length <= MOST_AT_ONCE)
      await fillRecords(context, tx, { object, field, ids: rows.map(({ id }) => id), isNew: true })
  })
}
