import { AppError, pointersIn, targetsOf, type CrmRecord, type FieldInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import { findRecords } from './find-records.ts'

/** Records that others point to, by object and id. */
export type Included = Record<string, Record<string, CrmRecord>>

/** As many ids as one condition may name. */
const MOST_IDS = 1_000

/**
 * The records that these point to through the named relations, as far as the reader may see them: one query an object,
 * however many records and relations. A field that is no relation, does not exist or may not be read is refused.
 *
 * @example await includeRecords(context, 'lead', page.records, ['campus', 'owner'])
 */
export const includeRecords = async (
  context: Context,
  object: string,
  records: readonly CrmRecord[],
  fields: readonly string[],
): Promise<Included> => {
  const wanted = new Map<string, Set<string>>()
  for (const name of fields) {
    const field = pointingField(context, object, name)
    for (const target of targetsOf(field, fieldTypeRegistry)) wanted.set(target, wanted.get(target) ?? new Set())
    for (const { values } of records)
      for (const pointer of pointersIn(field, values[name], fieldTypeRegistry)) wanted.get(pointer.object)?.add(pointer.id)
  }
  const included: Included = {}
  for (const [target, ids] of wanted) included[target] = await readAll(context, target, [...ids])
  return included
}

/** A field that points to records; the one answer for whatever cannot be followed. */
const pointingField = (context: Context, object: string, name: string): FieldInfo => {
  const info = context.workspace.config.current.objects.get(object)
  const field = info?.fields.get(name)
  const rights = info && context.access.object(info)
  const isReadable = field && rights && ['read', 'write'].includes(rights.best(field))
  const { objects } = context.workspace.config.current
  if (!isReadable || !targetsOf(field, fieldTypeRegistry).some((target) => objects.has(target)))
    throw new AppError('unknown-field', { details: { field: name } })
  return field
}

/** An object that the reader may not know includes nothing: its records stay ids. */
const readAll = async (context: Context, object: string, ids: string[]): Promise<Record<string, CrmRecord>> => {
  const info = context.workspace.config.current.objects.get(object)
  const found: Record<string, CrmRecord> = {}
  if (!info || (context.access.object(info)?.read.length ?? 0) === 0) return found
  for (let from = 0; from < ids.length; from += MOST_IDS) {
    const some = ids.slice(from, from + MOST_IDS)
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: some }] }
    const page = await findRecords(context, { object, where, limit: some.length })
    for (const record of page.records) found[record.id] = record
  }
  return found
}
