import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { findRecords } from '../records/find-records.ts'
import type { Context } from '../workspace/workspace.ts'
import { leadFacts } from './lead-facts.ts'
import { writeNotices } from './write-notices.ts'

/** A lead is urged once in an hour, whoever urges: a person who is told six times stops listening. */
const ONCE_IN_MINUTES = 60

const keyOf = (leadId: string): string => `nudge:${leadId}`

/** 催办: reminds the owners of leads that one sees. Returns how many were reminded now. */
export const nudgeLeads = async (context: Context, leadIds: readonly string[]): Promise<number> => {
  const { abilities, userId } = context.access
  if (!abilities.has('see-boards') && !abilities.has('assign')) throw new AppError('forbidden')
  const ids = [...new Set(leadIds)]
  const page = await findRecords(context, {
    object: 'lead',
    where: { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] },
    limit: Math.max(1, ids.length),
  })
  const owned = page.records.filter((lead) => typeof lead.values['owner'] === 'string' && lead.values['owner'] !== userId)
  return context.workspace.db.transaction(async (tx) => {
    const free = await takeTurns(
      tx,
      owned.map((lead) => lead.id),
      context.now,
    )
    const nudged = owned.filter((lead) => free.has(lead.id))
    const by = context.workspace.directory.current.users.get(userId ?? '')?.name ?? ''
    writeNotices(
      context,
      tx,
      nudged.map((lead) => ({
        userId: String(lead.values['owner']),
        kind: 'nudge',
        recordId: lead.id,
        title: `催办：${String(lead.values['name'] ?? '客户')}`,
        lines: [`${by}请你尽快跟进${lead.values['nextAction'] ? `，下一步：${String(lead.values['nextAction'])}` : ''}`],
        facts: leadFacts(context, lead.values),
      })),
    )
    return nudged.length
  })
}

/** One statement decides, so two managers who press at the same instant urge once. */
const takeTurns = async (tx: Transaction, leadIds: readonly string[], now: string): Promise<Set<string>> => {
  if (leadIds.length === 0) return new Set()
  const rows = await tx.query<{ key: string }>(
    `INSERT INTO w.idempotency (key, at, answer) SELECT key, $2, 'true' FROM unnest($1::text[]) key ORDER BY key
     ON CONFLICT (key) DO UPDATE SET at = excluded.at WHERE idempotency.at <= $3 RETURNING key`,
    [leadIds.map(keyOf), now, addMinutes(now, -ONCE_IN_MINUTES)],
  )
  const taken = new Set(rows.map((row) => row.key))
  return new Set(leadIds.filter((id) => taken.has(keyOf(id))))
}
