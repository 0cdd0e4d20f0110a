import { AppError, type FieldInfo, type Issue, type ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Clash } from './find-clashes.ts'

/** Of a batch of clashes, as many holders are named; the rest are only said to be there. */
const MOST_NAMED = 200

/** A clash as it is told; the holder is there when this person may know it. */
export interface DescribedClash {
  index: number
  issue: Issue
  holder?: { id: string; title: string }
}

/**
 * What is said about clashes: on which field, and which record has the value, as far as this person may see both that record
 * and its value. Somebody for whom a number is masked must not find out whose it is by typing it.
 */
export const issuesOf = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  clashes: readonly Clash[],
): Promise<DescribedClash[]> => {
  const titles = await titlesOf(context, db, info, clashes)
  return clashes.map(({ index, field, holderId }) => {
    const record = holderId === null ? undefined : titles.get(holderId)
    return holderId === null || record === undefined || record === ''
      ? { index, issue: { path: field.name, code: 'taken' } }
      : { index, issue: { path: field.name, code: 'taken-by', params: { record } }, holder: { id: holderId, title: record } }
  })
}

const titlesOf = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  clashes: readonly Clash[],
): Promise<Map<string, string>> => {
  const named = clashes.filter(({ field }) => mayKnow(context, info, field))
  const ids = [...new Set(named.flatMap(({ holderId }) => holderId ?? []))].slice(0, MOST_NAMED)
  if (ids.length === 0) return new Map()
  const title = info.definition.titleField
  try {
    const where = { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] }
    const page = await findRecords(context, { object: info.name, select: [title], where, limit: MOST_NAMED }, db)
    return new Map(page.records.map(({ id, values }) => [id, String(values[title] ?? '')]))
  } catch (error) {
    // Who may not look at the object at all is told no more than that the value is taken.
    if (error instanceof AppError) return new Map()
    throw error
  }
}

const mayKnow = (context: Context, info: ObjectInfo, field: FieldInfo): boolean =>
  ['read', 'write'].includes(context.access.object(info)?.right(field) ?? 'none')
