import {
  AppError,
  canonicalJson,
  describeObjects,
  must,
  typeAndSettingsOf,
  type Field,
  type FieldInfo,
  type ObjectInfo,
  type ObjectType,
} from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import { nextNumber } from '../objects/lock-object.ts'
import { addFieldColumn, columnsOf, isWorkedOut } from '../objects/object-tables.ts'
import type { Context } from '../workspace/workspace.ts'
import { startFill } from './fill-field.ts'
import { sequenceOf } from './hand-out-numbers.ts'

/**
 * Gives computed and numbered fields what they lack once these objects are defined so: a column of the type of their results,
 * a sequence for their numbers, and, where there are records, a job that works them out. A field is worked out anew when what
 * it says, or what it reads, is not what it was: its own definition changed, or a field that it rests on has another type or
 * has come back. Where its results stay of one type it keeps its column, each record its old value until its turn comes.
 *
 * Gives the objects as they are to be written: those `changed`, and others whose fields had to get another column. `gone` are
 * those that go at the same time. Refuses a
 * definition that cannot be worked out, naming what is wrong; one that broke earlier, or breaks now through another field,
 * keeps what it had.
 */
export const settleDefinitions = async (
  context: Context,
  tx: Transaction,
  { changed, gone = [] }: { changed: readonly ObjectType[]; gone?: readonly string[] },
): Promise<ObjectType[]> => {
  const stored = await tx.query<{ item: ObjectType }>(`SELECT item FROM w.config_item WHERE kind = 'object'`)
  const before = new Map(stored.map(({ item }) => [item.name, item]))
  const after = new Map([...before, ...changed.map((object) => [object.name, object] as const)])
  for (const name of gone) after.delete(name)
  if (![...after.values()].some(({ fields }) => fields.some(isOurs))) return [...changed]
  const [was, now] = [describe(before), describe(after)]
  const settled = new Map(changed.map((object) => [object.name, object]))
  for (const object of after.values()) {
    const known = new Map([...(was.get(object.name)?.fields.values() ?? [])].map((field) => [field.column, field]))
    const fields: Field[] = []
    for (const field of object.fields) {
      const definition = {
        object,
        field,
        was: known.get(field.id),
        info: must(now.get(object.name)?.fields.get(field.name), field.name),
        isEdited: settled.has(object.name) && isOtherwise(before.get(object.name), field),
      }
      fields.push(isOurs(field) ? await settleDefinition(context, tx, definition) : field)
    }
    if (fields.some((field, index) => field !== object.fields[index])) settled.set(object.name, { ...object, fields })
  }
  return [...settled.values()]
}

const isOurs = (field: Pick<Field, 'type'>): boolean =>
  isWorkedOut(field) || fieldTypeRegistry[field.type]?.numbering !== undefined

const describe = (objects: ReadonlyMap<string, ObjectType>): Map<string, ObjectInfo> =>
  describeObjects([...objects.values()], { fieldTypes: fieldTypeRegistry, functions: functionRegistry })

const isOtherwise = (before: ObjectType | undefined, { id, type, settings }: Field): boolean => {
  const known = before?.fields.find((field) => field.id === id)
  return known === undefined || known.type !== type || canonicalJson(known.settings) !== canonicalJson(settings)
}

interface Definition {
  object: ObjectType
  field: Field
  info: FieldInfo
  /** As it was under the same id. */
  was: FieldInfo | undefined
  /** Somebody says how it is worked out, just now. */
  isEdited: boolean
}

const settleDefinition = async (context: Context, tx: Transaction, definition: Definition): Promise<Field> => {
  const { object, field, info, was, isEdited } = definition
  if (!isWorkedOut(field)) {
    if (was === undefined && (await makeSequence(tx, field)) && (await hasRecords(tx, object)))
      await startFill(context, tx, object, field)
    return field
  }
  if (info.computed?.fault) {
    if (isEdited) throw new AppError('invalid-values', { issues: [{ ...info.computed.fault, path: 'settings' }] })
    return field
  }
  if (was && meaningOf(was) === meaningOf(info)) return field
  if (was?.computed && columnOf(was) === columnOf(info)) {
    if (await hasRecords(tx, object)) await startFill(context, tx, object, field)
    return field
  }
  // A column that is there is of another type, or lay out of use until now and may be.
  const instead = was || (await columnsOf(tx, object.id)).has(field.id) ? field.id : undefined
  const made = instead === undefined ? field : { ...field, id: `f_${await nextNumber(tx)}` }
  await addFieldColumn(tx, object.id, { id: made.id, type: info.type, settings: info.settings })
  if (instead !== undefined || (await hasRecords(tx, object))) await startFill(context, tx, object, { ...made, instead })
  return made
}

/** The column's type; null where nothing sound can be in it. */
const columnOf = (field: FieldInfo): string | null => {
  if (field.computed?.fault) return null
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.column(settings)
}

/** All that a result rests on but the values themselves: two fields of one meaning give the same for every record. */
const meaningOf = (field: FieldInfo): string | undefined => {
  const { expression = null, reads = [], isVolatile = false } = field.computed ?? {}
  return canonicalJson({
    column: columnOf(field),
    expression,
    isVolatile,
    reads: reads.map((read) => [
      read.object,
      read.field.column,
      read.field.type,
      read.way.map(({ kind, from, to, relation }) => [kind, from, to, relation.column]),
    ]),
  })
}

/** False when it was there. */
const makeSequence = async (tx: Transaction, field: Field): Promise<boolean> => {
  const sequence = sequenceOf({ column: field.id })
  const [known] = await tx.query<{ isThere: boolean }>(`SELECT to_regclass('${sequence}') IS NOT NULL AS "isThere"`)
  if (known?.isThere) return false
  await tx.query(`CREATE SEQUENCE ${sequence}`)
  return true
}

const hasRecords = async (tx: Transaction, object: ObjectType): Promise<boolean> =>
  (await tx.query(`SELECT 1 FROM w.${object.id} LIMIT 1`)).length > 0
