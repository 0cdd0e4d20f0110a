import { hasCover, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Operation } from './change.ts'
import { findRecords } from './find-records.ts'

type Update = Operation & { action: 'update' }

/** As many ids as one condition may name. */
const AT_ONCE = 1_000

/**
 * A form that was filled with covered values sends them back with what was really changed. A cover that is just what this
 * person is shown means 「as it was」 and is taken out; any other is left to be refused as no value of its type. What is
 * compared is what they read, so of records and fields they may not read nothing is learnt. One query, and only when a cover
 * came back.
 *
 * @example await leaveCovers(context, tx, lead, [{ action: 'update', id, values: { phone: '138****5678', grade: 'g9' } }])
 * // [{ action: 'update', id, values: { grade: 'g9' } }]
 */
export const leaveCovers = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  operations: readonly Operation[],
): Promise<readonly Operation[]> => {
  if (!context.access.covers) return operations
  const names = coveredNames(context, info)
  const covers = (operation: Operation): operation is Update =>
    operation.action === 'update' && names.some((name) => looksCovered(operation.values[name]))
  const asked = operations.filter(covers)
  if (asked.length === 0) return operations
  const shown = await findShown(context, tx, info, { names, ids: asked.map(({ id }) => id) })
  return operations.map((operation) => {
    if (!covers(operation)) return operation
    const seen = shown.get(operation.id)
    const values = Object.entries(operation.values).filter(
      ([name, value]) => !(names.includes(name) && looksCovered(value) && seen?.[name] === value),
    )
    return { ...operation, values: Object.fromEntries(values) }
  })
}

const looksCovered = (value: unknown): value is string => typeof value === 'string' && value.includes('***')

const coveredNames = (context: Context, info: ObjectInfo): string[] => {
  const rights = context.access.object(info)
  return [...info.fields.values()]
    .filter((field) => hasCover(field, fieldTypeRegistry) && ['read', 'write'].includes(rights?.best(field) ?? 'none'))
    .map(({ name }) => name)
}

const findShown = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { names, ids }: { names: string[]; ids: string[] },
): Promise<Map<string, Record<string, unknown>>> => {
  const shown = new Map<string, Record<string, unknown>>()
  if ((context.access.object(info)?.read.length ?? 0) === 0) return shown
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: ids.slice(from, from + AT_ONCE) }] }
    const page = await findRecords(context, { object: info.name, select: names, where, limit: AT_ONCE }, tx)
    for (const { id, values } of page.records) shown.set(id, values)
  }
  return shown
}
