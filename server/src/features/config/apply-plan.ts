import { buildSnapshot, type Field, type ObjectType } from '@jieli/core'
import { fieldTypeRegistry, functionRegistry } from '../../registries.ts'
import type { Transaction } from '../../database/database.ts'
import { askUnique } from '../unique/ask-unique.ts'
import { addFieldColumn, columnsOf, createObjectTable, dropUniqueIndex, isWorkedOut } from '../objects/object-tables.ts'
import { settleDefinitions } from '../computed/settle-definitions.ts'
import { forgetRecycledOf, recycle } from '../objects/recycle.ts'
import type { Context } from '../workspace/workspace.ts'
import { writeConfig, type ConfigChange } from './change-config.ts'
import { ConfigStore } from './config-store.ts'
import { objectsOf, type ConfigTree } from './config-tree.ts'
import type { PlanPart, WantedField, WantedObject } from './plan-part.ts'
import { mapTexts } from './record-names.ts'

/** Makes records that the settings name, once their tables are there; answers ids by name. */
export type MakeRecords = (
  context: Context,
  tx: Transaction,
  objects: Readonly<Record<string, ObjectType>>,
) => Promise<ReadonlyMap<string, string>>

/**
 * Does the parts of a plan in one transaction and as one version: tables and columns first, then the records that settings
 * name, then all settings together.
 */
export const applyPlan = async (
  context: Context,
  tx: Transaction,
  { now, parts, makeRecords }: { now: ConfigTree; parts: readonly PlanPart[]; makeRecords?: MakeRecords | undefined },
): Promise<void> => {
  const ofObjects = Map.groupBy(
    parts.filter((part) => part.kind === 'object'),
    (part) => part.id,
  )
  const made = new Map<string, ObjectType | null>()
  for (const [name, ownParts] of ofObjects) {
    const object = await changeObject(tx, objectsOf(now)[name], ownParts)
    made.set(name, object)
    await recycleRemoved(context, tx, objectsOf(now)[name], ownParts)
    await settleUnique(context, tx, objectsOf(now)[name], object)
  }
  const gone = [...made].flatMap(([name, object]) => (object ? [] : [name]))
  const settled = await settleDefinitions(context, tx, {
    changed: [...made.values()].filter((object) => object !== null),
    gone,
  })
  const changed = { ...Object.fromEntries(made), ...Object.fromEntries(settled.map((object) => [object.name, object])) }
  const changes: ConfigChange[] = Object.entries(changed).map(([id, item]) => ({ kind: 'object', id, item }))
  const objects = Object.fromEntries(
    Object.entries({ ...objectsOf(now), ...changed }).flatMap(([name, object]) => (object ? [[name, object]] : [])),
  )
  const ids = await makeRecords?.(withObjects(context, tx, objects), tx, objects)
  for (const { kind, id, after } of parts)
    if (kind !== 'object') changes.push({ kind, id, item: ids ? mapTexts(after, (text) => ids.get(text) ?? text) : after })
  if (changes.length > 0) await writeConfig(context, tx, changes)
}

/** Inside the transaction the new objects can be written to already; everybody else meets them after it. */
const withObjects = (context: Context, tx: Transaction, objects: Readonly<Record<string, ObjectType>>): Context => {
  const { workspace } = context
  const stored = Object.values(objects).map((item) => ({ kind: 'object' as const, id: item.name, item }))
  const roles = workspace.config.current.items('role').map((item) => ({ kind: 'role' as const, id: item.id, item }))
  const snapshot = buildSnapshot(workspace.config.current, [...stored, ...roles], {
    fieldTypes: fieldTypeRegistry,
    functions: functionRegistry,
  })
  return { ...context, workspace: { ...workspace, config: ConfigStore.holding(tx, snapshot) } }
}

const changeObject = async (
  tx: Transaction,
  now: ObjectType | undefined,
  parts: readonly PlanPart[],
): Promise<ObjectType | null> => {
  const whole = parts.find((part) => part.field === undefined && part.action !== 'change')
  if (whole?.action === 'remove') return null
  if (whole || !now) return makeObject(tx, whole?.after as WantedObject)
  return reshapeObject(tx, now, parts)
}

/** What is taken away lies with what was deleted by hand: it can come back for 30 days, then its column or table goes. */
const recycleRemoved = async (
  context: Context,
  tx: Transaction,
  now: ObjectType | undefined,
  parts: readonly PlanPart[],
): Promise<void> => {
  for (const { action, field } of parts) {
    if (action !== 'remove' || !now) continue
    const definition = field === undefined ? now : now.fields.find((one) => one.name === field)
    if (definition)
      await recycle(context, tx, {
        kind: field === undefined ? 'object' : 'field',
        why: 'deleted',
        object: now.name,
        definition,
      })
  }
}

/** Of an object that stays: fields whose values may not repeat from now on get their index, those that may lose it. */
const settleUnique = async (
  context: Context,
  tx: Transaction,
  before: ObjectType | undefined,
  after: ObjectType | null,
): Promise<void> => {
  if (!before || !after) return
  const isIn = (object: ObjectType, id: string): boolean => object.fields.some((field) => field.id === id && field.unique)
  for (const { id, unique } of before.fields) if (unique && !isIn(after, id)) await dropUniqueIndex(tx, before.id, id)
  for (const field of after.fields) if (field.unique && !isIn(before, field.id)) await askUnique(context, tx, after, field)
}

/** A new object, or one that was taken away and comes back to the table that kept its records. */
const makeObject = async (tx: Transaction, wanted: WantedObject): Promise<ObjectType> => {
  if (wanted.id !== undefined && (await isTable(tx, wanted.id))) {
    await forgetRecycledOf(tx, 'object', wanted.id)
    return { ...wanted, id: wanted.id, fields: await giveColumns(tx, wanted.id, wanted.fields) }
  }
  const first = await takeNumbers(tx, wanted.fields.length + 1)
  const fields = wanted.fields.map((field, index): Field => ({ ...field, id: `f_${first + index + 1}` }))
  const object: ObjectType = { ...wanted, id: `o_${first}`, fields }
  await createObjectTable(tx, object)
  return object
}

/** The order of fields is that of the wanted object; those that only exist here come last. */
const reshapeObject = async (tx: Transaction, now: ObjectType, parts: readonly PlanPart[]): Promise<ObjectType> => {
  const removed = new Set(parts.filter((part) => part.action === 'remove').map((part) => part.field))
  const changed = new Map(
    parts.filter((part) => part.action === 'change' && part.field).map((part) => [part.field, part.after]),
  )
  const added = parts.filter((part) => part.action === 'create').map((part) => part.after as WantedField)
  const kept = now.fields
    .filter((field) => !removed.has(field.name))
    .map((field): Field => ({ ...((changed.get(field.name) as WantedField | undefined) ?? field), id: field.id }))
  const head = parts.find((part) => part.field === undefined)?.after as (WantedObject & { fieldOrder: string[] }) | undefined
  const { fieldOrder, ...members } = head ?? { fieldOrder: [] }
  const fields = [...kept, ...(await giveColumns(tx, now.id, added))]
  return { ...now, ...members, id: now.id, fields: inOrder(fields, fieldOrder) }
}

const inOrder = (fields: Field[], order: readonly string[]): Field[] => {
  const place = new Map(order.map((name, index) => [name, index]))
  return order.length === 0
    ? fields
    : fields.toSorted((a, b) => (place.get(a.name) ?? order.length) - (place.get(b.name) ?? order.length))
}

/** A field that had a column gets it back with all it held; another gets a new one. */
const giveColumns = async (tx: Transaction, table: string, wanted: readonly WantedField[]): Promise<Field[]> => {
  const columns = wanted.some((field) => field.id !== undefined) ? await columnsOf(tx, table) : new Set<string>()
  const fields: Field[] = []
  for (const field of wanted) {
    if (field.id !== undefined && columns.has(field.id) && !isWorkedOut(field)) {
      await forgetRecycledOf(tx, 'field', field.id)
      fields.push({ ...field, id: field.id })
    } else {
      const made: Field = { ...field, id: `f_${await takeNumbers(tx, 1)}` }
      if (!isWorkedOut(made)) await addFieldColumn(tx, table, made)
      fields.push(made)
    }
  }
  return fields
}

const takeNumbers = async (tx: Transaction, count: number): Promise<number> => {
  const [row] = await tx.query<{ first: number }>(
    'UPDATE w.workspace SET next_number = next_number + $1 RETURNING next_number - $1 AS first',
    [count],
  )
  return row?.first ?? 1
}

/** Whether the table that held an object's records is still there; asked only when a version is brought back. */
const isTable = async (tx: Transaction, table: string): Promise<boolean> => (await columnsOf(tx, table)).size > 0
