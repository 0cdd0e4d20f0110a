import { AppError, must, type AssignmentDecision, type Issue, type ObjectInfo, type Source, type Value } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { decideBatch } from '../assignment/decide-batch.ts'
import { writeNotices } from '../notices/write-notices.ts'
import { applyChange } from '../records/apply-change.ts'
import { armClocks, planClocks } from '../timers/follow-up-clocks.ts'
import type { Context } from '../workspace/workspace.ts'
import { findCaptures, insertCaptures, settleCaptures, type NewCapture } from './capture-queries.ts'
import { assignmentNotices } from './assignment-notices.ts'
import { readSubmission, type ReadSubmission } from './read-submission.ts'
import { refuseRepeated } from './refuse-repeated.ts'
import { resolveIdentities, type Resolved } from './resolve-identities.ts'
import type { Captured, Submission } from './submission.ts'
import { touchRecords } from './touch-records.ts'

/** A submission on its way through the batch. */
interface InHand {
  submission: Submission
  captureId: string
  /** The stored envelope that is run again; absent: a new one. */
  stored: boolean
  read: ReadSubmission
}

/**
 * A batch of submissions of one object, from any door, in one transaction: known events are answered as before; each other
 * is cleaned, recognised, stored or added to the customer we have, assigned with its reason on record, its clock started
 * and its owner told. Nothing is ever refused without being kept. All statements are for the whole batch.
 */
export const captureBatch = async (
  context: Context,
  tx: Transaction,
  object: string,
  submissions: readonly Submission[],
): Promise<Captured[]> => {
  const info = must(context.workspace.config.current.objects.get(object), object)
  const known = new Map((await findCaptures(tx, submissions)).map((row) => [eventKey(row), row]))
  const results = new Map<string, Captured>()
  const taken = new Set<string>()
  const fresh: InHand[] = []
  for (const submission of submissions) {
    const key = eventKey(submission)
    const row = known.get(key)
    if (row && row.status !== 'received') results.set(key, answerOf(row))
    else if (!taken.has(key)) {
      taken.add(key)
      fresh.push({
        submission,
        captureId: row?.id ?? newId(context.now),
        stored: row !== undefined,
        read: submission.read ?? readSubmission(context, info, sourceOf(context, submission.sourceId), submission),
      })
    }
  }
  const done = await process(context, tx, info, fresh)
  for (const [index, one] of fresh.entries()) results.set(eventKey(one.submission), must(done[index]))
  return submissions.map((submission) => must(results.get(eventKey(submission))))
}

const eventKey = (event: { sourceId: string; eventId: string }): string => `${event.sourceId} ${event.eventId}`

const sourceOf = (context: Context, id: string): Source => {
  const source = context.workspace.config.current.item('source', id)
  if (!source) throw new AppError('unknown-source')
  return source
}

const answerOf = (row: { id: string; status: string; reason: string | null; recordId: string | null }): Captured =>
  row.status === 'refused'
    ? { captureId: row.id, status: 'refused', reason: row.reason ?? '', issues: [], repeat: true }
    : {
        captureId: row.id,
        status: row.status as 'stored' | 'touched',
        recordId: must(row.recordId),
        ownerId: null,
        repeat: true,
      }

/** New customers made ready at a time: the database writes these while the next are made, and waits for the first of them. */
const AT_ONCE = { first: 100, rest: 500 }

const process = async (context: Context, tx: Transaction, info: ObjectInfo, given: readonly InHand[]): Promise<Captured[]> => {
  const reads = await refuseRepeated(
    tx,
    info,
    given.map((one) => one.read),
  )
  const all = given.map((one, index): InHand => ({ ...one, read: must(reads[index]) }))
  const accepted = all.filter((one) => one.read.refusedBecause === null)
  const resolved = await resolveIdentities(
    tx,
    info,
    accepted.map((one) => one.read),
    context.now,
  )
  const pairs = accepted.map((one, index) => ({ ...one, resolved: must(resolved[index]) }))
  const owners = new Map<string, string | null>()
  const news = pairs.filter((pair) => pair.resolved.isNew)
  for (let from = 0, size = AT_ONCE.first; from < news.length; from += size, size = AT_ONCE.rest)
    for (const [id, owner] of await storeNew(context, tx, info, news.slice(from, from + size))) owners.set(id, owner)
  const outcomes = new Map(pairs.map((pair) => [pair.captureId, pair.resolved]))
  // Before the touches, which wait for what is stored so far: the database has these to write meanwhile.
  storeEnvelopes(context, tx, all, outcomes)
  await touchRecords(
    context,
    tx,
    info,
    pairs
      .filter((pair) => !pair.resolved.isNew)
      .map((pair) => ({
        recordId: pair.resolved.recordId,
        values: pair.read.values,
        sourceId: pair.submission.sourceId,
        captureId: pair.captureId,
        alsoRecordId: pair.resolved.alsoRecordId,
        isQuiet: pair.submission.isQuiet === true,
      })),
  )
  return all.map((one) => resultOf(one, outcomes.get(one.captureId), owners))
}

const resultOf = (one: InHand, resolved: Resolved | undefined, owners: ReadonlyMap<string, string | null>): Captured =>
  resolved
    ? {
        captureId: one.captureId,
        status: resolved.isNew ? 'stored' : 'touched',
        recordId: resolved.recordId,
        ownerId: owners.get(resolved.recordId) ?? null,
        repeat: false,
      }
    : {
        captureId: one.captureId,
        status: 'refused',
        reason: one.read.refusedBecause ?? '',
        issues: one.read.issues,
        repeat: false,
      }

type Accepted = InHand & { resolved: Resolved }

/** New customers: an owner by the rules, the record, its clock, its owner told. */
const storeNew = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  news: readonly Accepted[],
): Promise<Map<string, string | null>> => {
  const titles = Object.fromEntries(context.workspace.directory.current.campusNames)
  const toDecide = news.filter((one) => one.submission.ownerId === undefined)
  const decisions = await decideBatch(
    context,
    tx,
    info.name,
    toDecide.map((one) => ({ recordId: one.resolved.recordId, values: one.read.values, previousOwnerId: null })),
    titles,
  )
  const owners = new Map(
    news.map((one) => [
      one.resolved.recordId,
      one.submission.ownerId === undefined ? (decisions.get(one.resolved.recordId)?.ownerId ?? null) : one.submission.ownerId,
    ]),
  )
  const assigned = news
    .filter((one) => owners.get(one.resolved.recordId) !== null && one.submission.hasClocks !== false)
    .map((one) => ({ recordId: one.resolved.recordId, values: one.read.values }))
  const timers = planClocks(context, info.name, assigned)
  const firstDue = new Map(timers.filter((timer) => timer.level === 1).map((timer) => [timer.record_id, timer.due_at]))
  await applyChange(withDoor(context, news), tx, {
    object: info.name,
    isClean: true,
    identitiesClaimed: true,
    operations: news.map((one) => ({
      action: 'create',
      id: one.resolved.recordId,
      ownerId: owners.get(one.resolved.recordId) ?? null,
      departmentPath: campusPath(context, one.read.values),
      createdAt: one.submission.receivedAt,
      values: {
        ...one.read.values,
        ...beginnings(context, one, decisions.get(one.resolved.recordId), owners, firstDue.get(one.resolved.recordId)),
      },
    })),
  })
  armClocks(context, tx, timers)
  writeNotices(
    context,
    tx,
    assignmentNotices(
      context,
      news
        .filter((one) => !one.submission.isQuiet)
        .map((one) => ({
          recordId: one.resolved.recordId,
          values: one.read.values,
          ownerId: owners.get(one.resolved.recordId) ?? null,
          dueAt: firstDue.get(one.resolved.recordId) ?? null,
        })),
      titles,
    ),
  )
  return owners
}

/** What every new lead begins with. */
const beginnings = (
  context: Context,
  one: Accepted,
  decision: AssignmentDecision | undefined,
  owners: ReadonlyMap<string, string | null>,
  due: string | undefined,
): Record<string, Value> => {
  const ownerId = owners.get(one.resolved.recordId) ?? null
  return {
    stage: one.read.values['stage'] ?? 'new',
    source: one.submission.sourceId,
    touchCount: 1,
    followUpCount: 0,
    ...(ownerId === null ? { assignmentQueue: decision?.ruleId ?? 'no-rule' } : { assignedAt: context.now }),
    ...(due && !one.read.values['nextAt'] ? { nextAction: '首次跟进', nextAt: due } : {}),
  }
}

/** Who did it, for the log: the door when all came through one. */
const withDoor = (context: Context, news: readonly Accepted[]): Context => {
  const actors = new Set(news.map((one) => JSON.stringify(one.submission.actor)))
  return actors.size === 1 ? { ...context, actor: must(news[0]).submission.actor } : context
}

/** Where a lead without an owner belongs, so that its manager sees it: the department of its campus. */
const campusPath = (context: Context, values: Record<string, Value>): string | null =>
  context.workspace.directory.current.departmentOfCampus.get(String(values['campus'] ?? '')) ?? null

const storeEnvelopes = (
  context: Context,
  tx: Transaction,
  all: readonly InHand[],
  outcomes: ReadonlyMap<string, Resolved>,
): void => {
  const settled = all.map((one) => ({ one, row: envelope(context, one, outcomes.get(one.captureId)) }))
  insertCaptures(
    tx,
    settled.filter(({ one }) => !one.stored).map(({ row }) => row),
  )
  settleCaptures(
    tx,
    settled.filter(({ one }) => one.stored).map(({ row }) => ({ ...row, processedAt: context.now })),
  )
}

const envelope = (context: Context, { submission, captureId, read }: InHand, resolved: Resolved | undefined): NewCapture => ({
  id: captureId,
  sourceId: submission.sourceId,
  eventId: submission.eventId,
  receivedAt: submission.receivedAt,
  occurredAt: submission.occurredAt ?? null,
  payload: { ...submission.payload, ...(submission.fixed ? { fixed: submission.fixed } : {}) },
  attribution: submission.attribution ?? {},
  actorKind: submission.actor.kind,
  actorId: submission.actor.id,
  status: resolved ? (resolved.isNew ? 'stored' : 'touched') : 'refused',
  reason: read.refusedBecause,
  issues: read.issues.length > 0 ? (read.issues satisfies Issue[]) : null,
  recordId: resolved?.recordId ?? null,
  processedAt: context.now,
})
