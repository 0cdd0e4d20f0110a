import { AppError, must } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { giveRecords, type GivenTo, type Giving } from '../assignment/change-owner.ts'
import { decideBatch } from '../assignment/decide-batch.ts'
import { applyChange } from '../records/apply-change.ts'
import { readRecords } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import { choiceOf } from './handover-input.ts'
import { handoverParts, type HandoverPart } from './handover-parts.ts'
import type { Handover } from './plan-handover.ts'

/** Records of one step: well under a second with their events, clocks and counters. */
const BATCH = 250

/** Where leads wait that were handed to nobody in particular. */
const HANDOVER_QUEUE = 'handover'

interface Item {
  recordId: string
  customer: string
  holder: string | null
  receiver: string | null
}

/** What a person's records say about how they changed hands: 离职交接，原负责人 李娜，经办 周晓彤. */
export const handoverReason = (context: Context, userId: string): string => {
  const nameOf = (id: string | null): string => context.workspace.directory.current.users.get(id ?? '')?.name ?? ''
  return `离职交接，原负责人 ${nameOf(userId)}，经办 ${nameOf(context.actor.id)}`
}

/** Moves the next planned records of the first part that has some; customers come before what follows them. */
export const moveSome = async (context: Context, tx: Transaction, handover: Handover): Promise<number> => {
  for (const part of handoverParts(context)) {
    const items = await nextItems(tx, handover.id, part.key)
    if (items.length === 0) continue
    const moved = await movePart(context, tx, handover, { part, items })
    await settle(tx, handover.id, part.key, items, moved)
    return items.length
  }
  return 0
}

const nextItems = (tx: Transaction, handoverId: string, part: string): Promise<Item[]> =>
  tx.query<Item>(
    `SELECT record_id AS "recordId", customer, holder, receiver FROM w.handover_item
     WHERE handover_id = $1 AND part = $2 AND status = 'planned' ORDER BY record_id LIMIT ${BATCH}`,
    [handoverId, part],
  )

interface PartItems {
  part: HandoverPart
  items: readonly Item[]
}

type Places = Map<string, string | null>

/** Gives the records; answers who got each. What is not the person's any more is left alone. */
const movePart = async (context: Context, tx: Transaction, handover: Handover, { part, items }: PartItems): Promise<Places> => {
  const ids = items.map(({ recordId }) => recordId)
  const records = await readRecords(tx, part.info, ids, { lock: true })
  const isTheirs = (record: (typeof records)[number]): boolean =>
    (part.field ? record.values[part.field.name] : record.ownerId) === handover.userId
  const theirs = records.filter(isTheirs)
  const held = items.filter(({ recordId }) => theirs.some(({ id }) => id === recordId))
  if (part.field) return moveField(context, tx, part, held, handover)
  const to: Giving['to'] = await receiversOf(context, tx, handover, { part, items: held })
  const moved = await giveRecords(context, tx, { object: part.info.name, to, reason: handoverReason(context, handover.userId) })
  return new Map(moved.map(({ id }) => [id, must(to.get(id)).ownerId]))
}

const moveField = async (
  context: Context,
  tx: Transaction,
  { info, field }: HandoverPart,
  items: readonly Item[],
  { input }: Handover,
): Promise<Places> => {
  const places: Places = new Map(items.map(({ recordId, receiver }) => [recordId, receiver ?? input.otherwise]))
  await applyChange(context, tx, {
    object: info.name,
    isClean: true,
    operations: [...places].map(([id, receiver]) => ({ action: 'update', id, values: { [must(field).name]: receiver } })),
  })
  return places
}

const receiversOf = async (
  context: Context,
  tx: Transaction,
  handover: Handover,
  { part, items }: PartItems,
): Promise<Giving['to']> => {
  const choice = choiceOf(handover.input, part)
  if (choice.to === 'queue') return new Map(items.map(({ recordId }) => [recordId, { ownerId: null, queue: HANDOVER_QUEUE }]))
  if (choice.to === 'rules') return byRules(context, tx, handover, { part, items })
  const followed = choice.to === 'customer' ? await receiversOfCustomers(tx, handover.id, items) : new Map<string, string>()
  const { users } = context.workspace.directory.current
  const atWork = (id: string | null | undefined): string | undefined => (id && users.get(id)?.active ? id : undefined)
  return new Map(
    items.map(({ recordId, customer, holder, receiver }) => [
      recordId,
      {
        ownerId:
          atWork(receiver) ?? atWork(followed.get(customer)) ?? atWork(holder) ?? required(atWork(handover.input.otherwise)),
      },
    ]),
  )
}

/** Whoever was to get the rest has left too: the job stops and says so, rather than give to nobody. */
const required = (id: string | undefined): string => {
  if (id === undefined) throw new AppError('invalid-values', { issues: [{ path: 'otherwise', code: 'not-an-id' }] })
  return id
}

/** As if they had just come in, with the reason of each decision kept; nobody available: the rule's queue. */
const byRules = async (
  context: Context,
  tx: Transaction,
  { userId, input }: Handover,
  { part, items }: PartItems,
): Promise<Giving['to']> => {
  const records = await readRecords(
    tx,
    part.info,
    items.map(({ recordId }) => recordId),
  )
  const decisions = await decideBatch(
    context,
    tx,
    part.info.name,
    records.map(({ id, values }) => ({ recordId: id, values, previousOwnerId: null })),
    {},
  )
  return new Map(
    records.map(({ id }): [string, GivenTo] => {
      const { ownerId, ruleId } = must(decisions.get(id))
      if (ownerId === null) return [id, { ownerId, queue: ruleId ?? 'no-rule' }]
      return [id, { ownerId: ownerId === userId ? input.otherwise : ownerId }]
    }),
  )
}

const receiversOfCustomers = async (
  tx: Transaction,
  handoverId: string,
  items: readonly Item[],
): Promise<Map<string, string>> => {
  const rows = await tx.query<{ customer: string; receiver: string }>(
    `SELECT DISTINCT ON (customer) customer, receiver FROM w.handover_item
     WHERE handover_id = $1 AND customer = ANY($2::uuid[]) AND receiver IS NOT NULL ORDER BY customer, part, record_id`,
    [handoverId, items.map(({ customer }) => customer)],
  )
  return new Map(rows.map(({ customer, receiver }) => [customer, receiver]))
}

const settle = async (
  tx: Transaction,
  handoverId: string,
  part: string,
  items: readonly Item[],
  moved: Places,
): Promise<void> =>
  void (await tx.query(
    `UPDATE w.handover_item i SET status = x.status, receiver = x.receiver
     FROM jsonb_to_recordset($3::jsonb) AS x(id uuid, status text, receiver uuid)
     WHERE i.handover_id = $1 AND i.part = $2 AND i.record_id = x.id`,
    [
      handoverId,
      part,
      JSON.stringify(
        items.map(({ recordId }) => ({
          id: recordId,
          status: moved.has(recordId) ? 'moved' : 'gone',
          receiver: moved.get(recordId) ?? null,
        })),
      ),
    ],
  ))
