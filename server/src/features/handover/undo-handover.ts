import { AppError } from '@jieli/core'
import { z } from 'zod'
import type { Transaction } from '../../database/database.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { giveRecords } from '../assignment/change-owner.ts'
import { defineJob, type Job, type StepResult } from '../long-jobs/job-kind.ts'
import { startJob } from '../long-jobs/start-job.ts'
import { applyChange } from '../records/apply-change.ts'
import { writeEvents } from '../records/event-log.ts'
import { readRecords } from '../records/record-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import { handoverParts } from './handover-parts.ts'
import { takeBackSettings, type HandedSetting } from './handover-settings.ts'
import { requireLeaver } from './start-handover.ts'

export const UNDO_DAYS = 30
const BATCH = 250

/** Since when a handover can still be taken back. */
export const undoableSince = (now: string): string => addMinutes(now, -UNDO_DAYS * 24 * 60)

const inputSchema = z.object({ id: z.uuid(), userId: z.uuid(), name: z.string() })
type Input = z.infer<typeof inputSchema>
interface State {
  done: number
  kept: number
}

/** Gives back what nobody has moved on since; what has another owner by now stays where it is. */
export const undoHandover = defineJob<Input, State>({
  kind: 'undo-handover',
  input: inputSchema,
  label: ({ name }) => ({ 'zh-CN': `撤销交接：${name}`, en: `Undoing the handover from ${name}` }),
  begin: () => ({ done: 0, kept: 0 }),
  step: async (context, tx, job) => stepUndo(context, tx, job),
})

/** Within thirty days, once. The records go back to the person, who need not be active: then they wait for another handover. */
export const startUndo = async (context: Context, id: string): Promise<{ jobId: string }> => {
  const { db, config, directory } = context.workspace
  const [found] = await db.query<{ userId: string }>('SELECT user_id AS "userId" FROM w.handover WHERE id = $1', [id])
  if (!found) throw new AppError('not-found')
  const person = requireLeaver(context, found.userId)
  const answer = await db.transaction(async (tx) => {
    const [row] = await tx.query<{ settings: HandedSetting[] }>(
      `UPDATE w.handover SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL AND done_at >= $3 RETURNING settings`,
      [id, context.now, undoableSince(context.now)],
    )
    if (!row) throw new AppError('handover-past-undo')
    if (row.settings.length > 0) {
      if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
      await takeBackSettings(context, tx, row.settings)
    }
    writeEvents(context, tx, [{ kind: 'handover.undone', object: 'user', recordId: person.id, data: { handoverId: id } }])
    return { jobId: await startJob(context, tx, undoHandover, { id, userId: person.id, name: person.name }) }
  })
  await Promise.all([config.refresh(), directory.refresh()])
  return answer
}

interface Moved {
  recordId: string
  receiver: string | null
}

const stepUndo = async (context: Context, tx: Transaction, { input, state }: Job<Input, State>): Promise<StepResult<State>> => {
  for (const part of handoverParts(context)) {
    const items = await tx.query<Moved>(
      `SELECT record_id AS "recordId", receiver FROM w.handover_item
       WHERE handover_id = $1 AND part = $2 AND status = 'moved' ORDER BY record_id LIMIT ${BATCH}`,
      [input.id, part.key],
    )
    if (items.length === 0) continue
    const ids = items.map(({ recordId }) => recordId)
    const { field, info } = part
    const records = await readRecords(tx, info, ids, { lock: true })
    const receivers = new Map(items.map(({ recordId, receiver }) => [recordId, receiver]))
    const still = records
      .filter(({ id, values, ownerId }) => (field ? (values[field.name] ?? null) : ownerId) === (receivers.get(id) ?? null))
      .map(({ id }) => id)
    if (field)
      await applyChange(context, tx, {
        object: info.name,
        isClean: true,
        operations: still.map((id) => ({ action: 'update', id, values: { [field.name]: input.userId } })),
      })
    else
      await giveRecords(context, tx, {
        object: info.name,
        to: new Map(still.map((id) => [id, { ownerId: input.userId }])),
        reason: `撤销交接，还给 ${input.name}`,
      })
    await tx.query(
      `UPDATE w.handover_item SET status = CASE WHEN record_id = ANY($4::uuid[]) THEN 'undone' ELSE 'gone' END
       WHERE handover_id = $1 AND part = $2 AND record_id = ANY($3::uuid[])`,
      [input.id, part.key, ids, still],
    )
    const done = state.done + ids.length
    return { next: { done, kept: state.kept + ids.length - still.length }, done }
  }
  const lines = [`还给${input.name} ${state.done - state.kept} 条`]
  return { finished: { lines: state.kept > 0 ? [...lines, `${state.kept} 条之后又换了人，没有动`] : lines } }
}
