import type { Expression } from '@jieli/core'
import { findRecords } from '../server/src/features/records/find-records.ts'
import { groupRecords } from '../server/src/features/records/group-records.ts'
import { contextOfUser } from '../server/src/features/workspace/contexts.ts'
import type { BenchWorkspace } from './bench-workspace.ts'
import { repeat, timeLine } from './figures.ts'

const TIMES = 30

const equals = (name: string, value: string): Expression => ({ call: 'equals', args: [{ field: name }, { value }] })

/** Lists, searches and groups as people with row scopes ask for them, beside the plain SQL that answers the same. */
export const measureLists = async ({ opened, ids }: BenchWorkspace): Promise<string[]> => {
  const { workspace } = opened
  const { db } = workspace
  const info = workspace.config.current.objects.get('lead')
  if (!info) throw new Error('no lead object')
  const column = (name: string): string => info.fields.get(name)?.column ?? name
  const consultant = contextOfUser(workspace, ids.users['lina'] ?? '')
  const manager = contextOfUser(workspace, ids.users['zhouxiaotong'] ?? '')
  const path = manager.access.departmentPath ?? '/'
  const shown = ['name', 'phone', 'subject', 'stage', 'nextAction', 'nextAt', 'intent', 'owner']
  const columns = shown.map((name) => column(name).replace(/^owner$/, 'owner_id')).join(', ')
  const lines: string[] = []
  const compare = async (
    name: string,
    ours: () => Promise<unknown>,
    text: string,
    params: unknown[],
    countText?: string,
  ): Promise<void> => {
    const measured = await repeat(TIMES, ours)
    const plain = await repeat(TIMES, () =>
      Promise.all([db.query(text, params), countText ? db.query(countText, params) : undefined]),
    )
    lines.push(timeLine(name, measured, plain))
  }
  const stage = `${column('stage')} = 'trial-booked'`
  const below = `(dept_path COLLATE "C" >= $1 AND dept_path COLLATE "C" < $2)`
  const range = [path, `${path.slice(0, -1)}0`]
  await compare(
    'list of 50 with total, filtered, consultant',
    () =>
      findRecords(consultant, {
        object: 'lead',
        select: shown,
        where: equals('stage', 'trial-booked'),
        count: 'capped',
        limit: 50,
      }),
    `SELECT id, rev, ${columns} FROM w.${info.table} WHERE deleted_at IS NULL AND owner_id = $1 AND ${stage} ORDER BY created_at DESC, id DESC LIMIT 51`,
    [consultant.access.userId],
    `SELECT count(*) FROM (SELECT 1 FROM w.${info.table} WHERE deleted_at IS NULL AND owner_id = $1 AND ${stage} LIMIT 1001) c`,
  )
  await compare(
    'list of 50 with total, filtered, manager',
    () =>
      findRecords(manager, {
        object: 'lead',
        select: shown,
        where: equals('stage', 'trial-booked'),
        count: 'capped',
        limit: 50,
      }),
    `SELECT id, rev, ${columns} FROM w.${info.table} WHERE deleted_at IS NULL AND ${below} AND ${stage} ORDER BY created_at DESC, id DESC LIMIT 51`,
    range,
    `SELECT count(*) FROM (SELECT 1 FROM w.${info.table} WHERE deleted_at IS NULL AND ${below} AND ${stage} LIMIT 1001) c`,
  )
  await compare(
    'search of two Chinese characters, manager',
    () => findRecords(manager, { object: 'lead', select: shown, search: '冯雨', limit: 50 }),
    `SELECT id, rev, ${columns} FROM w.${info.table} WHERE deleted_at IS NULL AND ${below} AND (${['name', 'studentName'].map((name) => `(${column(name)} ILIKE '%冯雨%' AND jieli.grams(${column(name)}) @> jieli.grams('冯雨'))`).join(' OR ')}) ORDER BY created_at DESC, id DESC LIMIT 51`,
    range,
  )
  await compare(
    'search of a phone fragment, manager',
    () => findRecords(manager, { object: 'lead', select: shown, search: '7919158', limit: 50 }),
    `SELECT id, rev, ${columns} FROM w.${info.table} WHERE deleted_at IS NULL AND ${below} AND ${column('phone')} LIKE '%7919158%' ORDER BY created_at DESC, id DESC LIMIT 51`,
    range,
  )
  await compare(
    'group by subject and stage, manager',
    () =>
      groupRecords(manager, {
        object: 'lead',
        groupBy: [
          { as: 'subject', of: { field: 'subject' } },
          { as: 'stage', of: { field: 'stage' } },
        ],
        measures: [{ as: 'count', fn: 'count' }],
      }),
    `SELECT ${column('subject')}, ${column('stage')}, count(*) FROM w.${info.table} WHERE deleted_at IS NULL AND ${below} GROUP BY 1, 2`,
    range,
  )
  return lines
}
