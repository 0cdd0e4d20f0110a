import { startDigestLoop } from '../features/boards/subscriptions/send-digests.ts'
import { startAuditLoop } from '../features/audit/audit-loop.ts'
import { processWaiting } from '../features/capture/rerun-captures.ts'
import { removeUnusedFiles } from '../features/files/remove-unused-files.ts'
import { forgetOldKeys } from '../features/follow-ups/forget-old-keys.ts'
import { resumeImports, stopImports } from '../features/imports/start-import.ts'
import { startIndexLoop } from '../features/indexes/index-loop.ts'
import { startJobLoop } from '../features/long-jobs/job-loop.ts'
import { dropExpired } from '../features/objects/drop-expired.ts'
import { startDeliveryLoop } from '../features/notices/delivery-loop.ts'
import type { DeliverOptions } from '../features/notices/deliver-notices.ts'
import { forgetOldGuesses } from '../features/records/count-guesses.ts'
import { purgeBin } from '../features/records/purge-bin.ts'
import { forgetOldPlaces } from '../features/sign-in/log-sign-in.ts'
import { startTimerLoop } from '../features/timers/timer-loop.ts'
import { startLoop, type WakeableLoop } from '../features/timers/wakeable-loop.ts'
import { systemContext } from '../features/workspace/contexts.ts'
import { startWebhookLoop } from '../features/webhooks/webhook-loop.ts'
import type { Context, Workspace } from '../features/workspace/workspace.ts'

/** Envelopes that could not be processed when they came are looked for this often. */
const CAPTURES_MS = 30_000
/** Turns of the capture loop from one tidying up to the next: half an hour. */
const TIDY_EVERY = 60
/** The bin is looked through once a day. */
const PURGE_EVERY = 48 * TIDY_EVERY

const tidyUp = async (context: Context): Promise<void> => {
  await removeUnusedFiles(context)
  await forgetOldKeys(context)
  await forgetOldGuesses(context)
  await dropExpired(context)
  await forgetOldPlaces(context)
}

const startCaptureLoop = (workspace: Workspace): WakeableLoop => {
  let turns = 0
  return startLoop({
    gatherMs: 1_000,
    turn: async () => {
      const context = systemContext(workspace)
      await processWaiting(context)
      await resumeImports(workspace)
      if (turns % TIDY_EVERY === 0) await tidyUp(context)
      if (turns % PURGE_EVERY === 0) await purgeBin(context)
      turns++
      return CAPTURES_MS
    },
    onError: (error) => workspace.log.error({ err: error }, 'kept submissions could not be taken up; they wait'),
  })
}

/** Starts what runs beside requests. Any number of processes may: each piece of work is claimed in the database. */
export const startJobs = async (workspace: Workspace, options: DeliverOptions = {}): Promise<{ stop(): Promise<void> }> => {
  const loops = [
    startCaptureLoop(workspace),
    startTimerLoop(workspace),
    startDeliveryLoop(workspace, options),
    startDigestLoop(workspace),
    startAuditLoop(workspace),
    startJobLoop(workspace),
    startIndexLoop(workspace),
    startWebhookLoop(workspace, options),
  ]
  return {
    stop: async () => {
      await Promise.all(loops.map((loop) => loop.stop()))
      await stopImports(workspace)
    },
  }
}
