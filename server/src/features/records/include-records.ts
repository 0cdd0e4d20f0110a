import { AppError, type CrmRecord } from '@jieli/core'
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
    const target = targetOf(context, object, name)
    const ids = wanted.get(target) ?? new Set<string>()
    for (const { values } of records) for (const id of [values[name] ?? null].flat()) if (typeof id === 'string') ids.add(id)
    wanted.set(target, ids)
  }
  const included: Included = {}
  for (const [target, ids] of wanted) included[target] = await readAll(context, target, [...ids])
  return included
}

/** The object that a relation points to; the one answer for whatever cannot be followed. */
const targetOf = (context: Context, object: string, name: string): string => {
  const info = context.workspace.config.current.objects.get(object)
  const field = info?.fields.get(name)
  const rights = info && context.access.object(info)
  const isReadable = field && rights && ['read', 'write'].includes(rights.best(field))
  const target = String(field?.settings['object'] ?? field?.type ?? '')
  if (!isReadable || !fieldTypeRegistry[field.type]?.isRelation || !context.workspace.config.current.objects.has(target))
    throw new AppError('unknown-field', { details: { field: name } })
  return target
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
