import { AppError } from '@jieli/core'
import { isTaken } from '../../database/database.ts'
import { isAway } from '../../database/is-away.ts'
import type { Clock } from '../../runtime/clock.ts'
import { newId } from '../../runtime/new-id.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Context, Workspace } from '../workspace/workspace.ts'
import { captureBatch } from './capture-batch.ts'
import { insertCaptures } from './capture-queries.ts'
import type { Captured, Submission } from './submission.ts'

/** Measured best between waiting for company and holding the locks; more adds latency and no rate. */
const MOST_AT_ONCE = 32

interface Waiting {
  submission: Submission
  resolve(captured: Captured): void
  reject(error: unknown): void
}

/**
 * Takes submissions from all doors of this process. While a batch is decided on, those that come gather, and go together in
 * the next transaction: one commit for all of them. A single one does not wait for company.
 *
 * Two batches overlap: once a batch has handed its last statement to the database, nothing of it is left to do here, and the
 * next is cleaned, recognised and decided on while the database writes the one before. What they share is settled by the
 * database, as between two processes: identity keys and the lock of assignment are held until commit.
 *
 * Nothing is acknowledged before it is durable. If a batch cannot be processed, its submissions are tried one by one; the
 * one at fault is stored as it came, to be run again, and its sender is answered all the same. While the database is away
 * none is at fault: the senders are told to come again.
 */
export class Intake {
  readonly #workspace: Workspace
  readonly #clock: Clock
  #waiting: Waiting[] = []
  #deciding: Promise<void> | undefined
  /** The latest batch, until it is durable. */
  #writing: Promise<void> = Promise.resolve()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
    this.#clock = workspace.clock
  }

  capture(submission: Submission): Promise<Captured> {
    const source = this.#workspace.config.current.item('source', submission.sourceId)
    if (!source?.enabled) return Promise.reject(new AppError('unknown-source'))
    return new Promise((resolve, reject) => {
      this.#waiting.push({ submission, resolve, reject })
      this.#deciding ??= this.#drain()
    })
  }

  /** When everything that was handed in is durable. */
  async idle(): Promise<void> {
    do {
      await this.#deciding
      await this.#writing
    } while (this.#deciding)
  }

  async #drain(): Promise<void> {
    // One turn of the event loop: requests that arrived together go together.
    await new Promise((resolve) => setImmediate(resolve))
    while (this.#waiting.length > 0) {
      const handedOver = Promise.withResolvers<void>()
      const before = this.#writing
      this.#writing = this.#run(this.#waiting.splice(0, MOST_AT_ONCE), handedOver.resolve)
      await Promise.race([handedOver.promise, this.#writing])
      await before
    }
    this.#deciding = undefined
  }

  /** Never fails: each sender hears of its own. `handedOver` is called when only the database still has work to do. */
  async #run(batch: readonly Waiting[], handedOver: () => void): Promise<void> {
    const context = systemContext(this.#workspace, undefined, this.#clock.now())
    const submissions = batch.map((one) => one.submission)
    try {
      const results = await captureAll(context, submissions, handedOver)
      for (const [index, one] of batch.entries()) one.resolve(results[index] as Captured)
    } catch (error) {
      if (batch.length > 1) for (const one of batch) await this.#run([one], handedOver)
      else for (const one of batch) await this.#runAgain(context, one, error)
    }
  }

  /** Another batch or process took the same event at the same instant: by now it is known, and answered as such. */
  async #runAgain(context: Context, one: Waiting, error: unknown): Promise<void> {
    if (!isTaken(error)) return giveUp(context, one, error)
    try {
      const [captured] = await captureAll(context, [one.submission])
      one.resolve(captured as Captured)
    } catch (again) {
      await giveUp(context, one, again)
    }
  }
}

/** Submissions of several objects go as one transaction. `handedOver` is called when all its statements but COMMIT are sent. */
export const captureAll = (
  context: Context,
  submissions: readonly Submission[],
  handedOver?: () => void,
): Promise<Captured[]> =>
  context.workspace.db.transaction(async (tx) => {
    const objectOf = (submission: Submission): string =>
      context.workspace.config.current.item('source', submission.sourceId)?.object ?? 'lead'
    const results = new Map<Submission, Captured>()
    for (const [object, group] of Map.groupBy(submissions, objectOf)) {
      const captured = await captureBatch(context, tx, object, group)
      for (const [index, submission] of group.entries()) results.set(submission, captured[index] as Captured)
    }
    handedOver?.()
    return submissions.map((submission) => results.get(submission) as Captured)
  })

/** Kept for later it would wait for somebody to run it again; when only the database is away, its sender comes again. */
const giveUp = async (context: Context, one: Waiting, cause: unknown): Promise<void> => {
  if (isAway(cause)) one.reject(new AppError('not-ready', { cause }))
  else await keepForLater(context, one, cause)
}

/** The envelope is kept as it came; `rerun-captures.ts` takes it up again. Only if even that fails does the sender hear of it. */
const keepForLater = async (context: Context, one: Waiting, cause: unknown): Promise<void> => {
  const { submission } = one
  context.workspace.log.error({ err: cause, source: submission.sourceId }, 'a submission could not be processed and is kept')
  try {
    const id = newId(context.now)
    await context.workspace.db.transaction((tx) =>
      insertCaptures(tx, [
        {
          id,
          sourceId: submission.sourceId,
          eventId: submission.eventId,
          receivedAt: submission.receivedAt,
          occurredAt: submission.occurredAt ?? null,
          payload: { ...submission.payload, ...(submission.fixed ? { fixed: submission.fixed } : {}) },
          attribution: submission.attribution ?? {},
          actorKind: submission.actor.kind,
          actorId: submission.actor.id,
          status: 'received',
          reason: 'not-processed',
          issues: null,
          recordId: null,
          processedAt: null,
        },
      ]),
    )
    one.resolve({ captureId: id, status: 'refused', reason: 'not-processed', issues: [], repeat: false })
  } catch (error) {
    one.reject(error)
  }
}
