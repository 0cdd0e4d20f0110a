import { AppError, assert, must } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { claimKeys, keepAnswers } from '../records/idempotency.ts'
import type { Context } from '../workspace/workspace.ts'
import type { FollowUpToLog, LoggedFollowUp } from './follow-up-to-log.ts'
import { planBatch, readFollowUps, type ReadFollowUp } from './plan-batch.ts'
import { writeFollowUps } from './write-follow-ups.ts'

/**
 * Logs follow-ups, all or none: the record of each, what it changes on the lead, the task that is done and the one that
 * comes next, the clocks it stops, the timeline. The same key twice is one follow-up and the same answer.
 *
 * @example await logFollowUps(context, [{ key, leadId, outcomeId: 'comparing', note: '在看两家', nextAction: '发方案', nextAt }])
 */
export const logFollowUps = async (context: Context, inputs: readonly FollowUpToLog[]): Promise<LoggedFollowUp[]> => {
  assert(
    context.access.userId === null || inputs.every((input) => input.userId === undefined && input.at === undefined),
    'a person reports their own follow-ups, now',
  )
  return context.workspace.db.transaction((tx) => logIn(context, tx, inputs))
}

/** What a key stands for once its follow-up is stored. */
interface KeptAnswer {
  followUpId: string
  leadId: string
  taskId: string | null
}

/** A key is the person's own: two people whose devices made the same one do not meet. */
const keyOf = (context: Context, { key, userId }: FollowUpToLog): string | null =>
  key === null ? null : `follow-up:${userId ?? context.access.userId ?? 'system'}:${key}`

const logIn = async (context: Context, tx: Transaction, inputs: readonly FollowUpToLog[]): Promise<LoggedFollowUp[]> => {
  const keys = inputs.map((input) => keyOf(context, input))
  const known = await claimKeys<KeptAnswer>(tx, [...new Set(keys.filter((key) => key !== null))], context.now)
  const isFresh = keys.map((key, index) => key === null || (keys.indexOf(key) === index && !known.has(key)))
  // What was done is answered even if its outcome or a right is gone by now.
  const fresh = isFresh.includes(true) ? readFollowUps(context, inputs).filter((one) => isFresh[one.index]) : []
  const results = new Map<number, LoggedFollowUp>()
  for (const wave of wavesOf(fresh)) {
    const logged = await writeFollowUps(context, tx, await planBatch(context, tx, wave, inputs.length))
    for (const [place, one] of wave.entries()) results.set(one.index, must(logged[place]))
  }
  await keepAnswers(
    tx,
    fresh.flatMap(({ index }) => {
      const key = keys[index]
      return key ? [{ key, answer: answerOf(must(results.get(index))) }] : []
    }),
  )
  return inputs.map(
    (input, index) =>
      results.get(index) ??
      repeated(input, must(known.get(keys[index] ?? '') ?? results.get(keys.indexOf(keys[index] ?? null)))),
  )
}

const answerOf = ({ followUpId, leadId, taskId }: LoggedFollowUp): KeptAnswer => ({ followUpId, leadId, taskId })

/** A key that comes again with another lead is a mistake of the client, not a repeat. */
const repeated = (input: FollowUpToLog, answer: KeptAnswer): LoggedFollowUp => {
  if (answer.leadId !== input.leadId)
    throw new AppError('bad-request', { issues: [{ path: 'key', code: 'does-not-match', params: { example: 'uuid' } }] })
  return { ...answerOf({ ...answer, repeat: true }), repeat: true }
}

/** Follow-ups of one lead come after one another, each on what the one before left; those of different leads go together. */
const wavesOf = (batch: readonly ReadFollowUp[]): ReadFollowUp[][] => {
  const waves: ReadFollowUp[][] = []
  const seen = new Map<string, number>()
  for (const one of batch) {
    const wave = seen.get(one.input.leadId) ?? 0
    seen.set(one.input.leadId, wave + 1)
    waves[wave] = [...(waves[wave] ?? []), one]
  }
  return waves
}
