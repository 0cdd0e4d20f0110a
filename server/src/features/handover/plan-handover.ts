import type { Transaction } from '../../database/database.ts'
import { closedStages } from '../assignment/closed-stages.ts'
import type { Context } from '../workspace/workspace.ts'
import { choiceOf, type HandoverInput } from './handover-input.ts'
import { customerRelations, handoverParts, type HandoverPart } from './handover-parts.ts'

export interface Handover {
  id: string
  userId: string
  input: HandoverInput
}

/**
 * Writes down what the person holds now and who gets it, a few statements for each part. Asked again it adds what has come
 * since: that is how nothing is left. Who gets a record by rules, or after its customer, is settled when it moves.
 * Answers how many are to be moved.
 */
export const planHandover = async (context: Context, tx: Transaction, handover: Handover): Promise<number> => {
  for (const part of handoverParts(context)) {
    const choice = choiceOf(handover.input, part)
    if (choice.to === 'keep') continue
    await collect(context, tx, handover, part)
    if (choice.to === 'people') await divide(tx, handover.id, part, choice.userIds)
  }
  const [row] = await tx.query<{ planned: number }>(
    `SELECT count(*)::int AS planned FROM w.handover_item WHERE handover_id = $1 AND status = 'planned'`,
    [handover.id],
  )
  return row?.planned ?? 0
}

/** A record that came back after it had been moved is planned anew. */
const collect = async (context: Context, tx: Transaction, { id, userId }: Handover, part: HandoverPart): Promise<void> => {
  const { joins, customer, holder } = part.field ? apart : customerOf(context, part)
  await tx.query(
    `INSERT INTO w.handover_item (handover_id, part, record_id, customer, holder)
     SELECT $3, $4, t.id, ${customer}, ${holder} FROM w.${part.info.table} t ${joins}
     WHERE t.${part.column} = $1 AND t.deleted_at IS NULL AND ($2::text[] IS NOT NULL) AND (${part.where})
     ON CONFLICT (handover_id, part, record_id) DO UPDATE SET status = 'planned', receiver = NULL, holder = excluded.holder
       WHERE handover_item.status <> 'planned'`,
    [userId, [...closedStages(context)], id, part.key],
  )
}

interface CustomerSql {
  joins: string
  customer: string
  holder: string
}
const apart: CustomerSql = { joins: '', customer: 't.id', holder: 'NULL::uuid' }

/** A customer is the contact where there is one, else the lead: a lead with its tasks and orders is one. */
const customerOf = (context: Context, { info }: HandoverPart): CustomerSql => {
  const relations = customerRelations(context, info)
  const contact = relations.find(({ to }) => to.name === 'contact')?.field.column
  const lead = relations.find(({ to }) => to.name === 'lead')
  if (info.name === 'lead') return { ...apart, customer: contact ? `coalesce(t.${contact}, t.id)` : 't.id' }
  const ofContact = contact ? `t.${contact}, ` : ''
  if (!lead) return { ...apart, customer: `coalesce(${ofContact}t.id)` }
  const contactOfLead = customerRelations(context, lead.to)[0]?.field.column
  return {
    joins: `LEFT JOIN w.${lead.to.table} l ON l.id = t.${lead.field.column} AND l.deleted_at IS NULL`,
    customer: `coalesce(${contactOfLead ? `l.${contactOfLead}, ` : ''}l.id, ${ofContact}t.id)`,
    holder: 'nullif(l.owner_id, $1::uuid)',
  }
}

/**
 * Shares out customers, not records: who gets one of a customer's records gets all of them. Customers are counted off in the
 * order of their ids, so the same division comes out however often it is asked for, and nobody gets more than one above
 * another.
 */
const divide = async (tx: Transaction, handoverId: string, part: HandoverPart, userIds: readonly string[]): Promise<void> => {
  await tx.query(
    `WITH given AS (
       SELECT DISTINCT ON (customer) customer, receiver FROM w.handover_item
       WHERE handover_id = $1 AND receiver = ANY($3::uuid[]) ORDER BY customer, record_id),
     fresh AS (
       SELECT i.customer, row_number() OVER (ORDER BY i.customer) - 1
         + (SELECT count(DISTINCT customer) FROM w.handover_item WHERE handover_id = $1 AND part = $2 AND receiver IS NOT NULL) AS turn
       FROM (SELECT DISTINCT customer FROM w.handover_item WHERE handover_id = $1 AND part = $2 AND receiver IS NULL) i
       WHERE NOT EXISTS (SELECT 1 FROM given g WHERE g.customer = i.customer)),
     decided AS (
       SELECT customer, receiver FROM given
       UNION ALL SELECT customer, ($3::uuid[])[1 + turn % cardinality($3::uuid[])] FROM fresh)
     UPDATE w.handover_item i SET receiver = d.receiver FROM decided d
     WHERE i.handover_id = $1 AND i.part = $2 AND i.receiver IS NULL AND i.status = 'planned' AND d.customer = i.customer`,
    [handoverId, part.key, [...new Set(userIds)]],
  )
}
