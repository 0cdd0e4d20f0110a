import { call, field, literal, type Expression, type Value } from '@jieli/core'
import { instantOf } from '@jieli/core/time/zoned-time'
import { findRecords } from '../records/find-records.ts'
import { forEyes } from '../workspace/contexts.ts'
import type { Context } from '../workspace/workspace.ts'
import { all, ofCampus } from './board-conditions.ts'
import { groupIn, leadField, numberIn, type BoardScope } from './board-scope.ts'
import { isOpen, type StageOrder } from './stage-order.ts'

export interface OverdueItem {
  leadId: string
  name: string
  /** Always covered. */
  phone: string
  ownerId: string
  ownerName: string
  action: string
  dueAt: string
  overdueMinutes: number
  campusName: string
  nudged: boolean
}

export interface Overdue {
  count: number
  consultants: number
  items: OverdueItem[]
  query: { object: string; where: Expression }
}

const SHOWN = 20

/** Open leads whose next step should have been taken by now, the longest overdue first. */
export const findOverdue = async (scope: BoardScope, stages: StageOrder): Promise<Overdue> => {
  const { context, time, campusId } = scope
  const overdue = all(isOpen(stages), call('lessThan', field('nextAt'), literal(time.now)), call('isNotEmpty', field('owner')))
  const where = all(overdue, ofCampus(campusId))
  const shown = ['name', 'owner', 'nextAction', 'nextAt', 'campus', ...(mayShowPhone(context) ? ['phone'] : [])]
  const [page, owners] = await Promise.all([
    // Covered for whoever asks: boards hang on walls.
    findRecords(forEyes(context), {
      object: 'lead',
      select: shown,
      where,
      sort: [{ field: 'nextAt', direction: 'asc' }],
      limit: SHOWN,
    }),
    groupIn(scope, {
      object: 'lead',
      where: overdue,
      groupBy: [{ as: 'owner', of: field('owner') }],
      measures: [{ as: 'leads', fn: 'count' }],
    }),
  ])
  const nudged = await findNudged(
    context,
    page.records.map((record) => record.id),
  )
  return {
    count: owners.reduce((sum, row) => sum + numberIn(row, 'leads'), 0),
    consultants: owners.length,
    query: { object: 'lead', where },
    items: page.records.map(({ id, values }) => presentItem(context, id, values, nudged)),
  }
}

const presentItem = (
  context: Context,
  leadId: string,
  values: Record<string, Value>,
  nudged: ReadonlyMap<string, string>,
): OverdueItem => {
  const { users, campusNames } = context.workspace.directory.current
  const dueAt = String(values['nextAt'])
  return {
    leadId,
    name: String(values['name'] ?? ''),
    phone: String(values['phone'] ?? ''),
    ownerId: String(values['owner']),
    ownerName: users.get(String(values['owner']))?.name ?? '',
    action: String(values['nextAction'] ?? ''),
    dueAt,
    overdueMinutes: Math.floor((instantOf(context.now) - instantOf(dueAt)) / 60_000),
    campusName: campusNames.get(String(values['campus'] ?? '')) ?? '',
    nudged: (nudged.get(leadId) ?? '') >= dueAt,
  }
}

const mayShowPhone = (context: Context): boolean => {
  const info = context.workspace.config.current.objects.get('lead')
  return info !== undefined && context.access.object(info)?.right(leadField(context, 'phone')) !== 'none'
}

/** When these leads' owners were last nudged; the leads themselves were found with the reader's rights. */
const findNudged = async (context: Context, leadIds: string[]): Promise<Map<string, string>> => {
  const rows = await context.workspace.db.query<{ id: string; at: string }>(
    `SELECT record_id AS id, max(created_at) AS at FROM w.notice WHERE kind = 'nudge' AND record_id = ANY($1::uuid[]) GROUP BY record_id`,
    [leadIds],
  )
  return new Map(rows.map((row) => [row.id, row.at]))
}
