import { z } from 'zod'
import type { Transaction } from '../../database/database.ts'
import { lockAssignment } from '../assignment/assignment-queries.ts'
import { defineJob, type Job, type StepResult } from '../long-jobs/job-kind.ts'
import { writeNotices } from '../notices/write-notices.ts'
import type { Context } from '../workspace/workspace.ts'
import { handoverInputSchema } from './handover-input.ts'
import { handoverParts } from './handover-parts.ts'
import { handoverReason, moveSome } from './move-items.ts'
import { planHandover, type Handover } from './plan-handover.ts'

const inputSchema = z.object({ id: z.uuid(), userId: z.uuid(), name: z.string(), input: handoverInputSchema })
type Input = z.infer<typeof inputSchema>
interface State {
  /** False before the first plan. */
  isPlanned: boolean
  done: number
}

/**
 * Gives away what somebody holds. Plans, moves batch by batch, and plans again until nothing is found, the last time under
 * the lock that every assignment takes: a lead that came in meanwhile was seen, or its door waits and finds the person gone.
 */
export const handOver = defineJob<Input, State>({
  kind: 'hand-over',
  input: inputSchema,
  label: ({ name }) => ({ 'zh-CN': `离职交接：${name}`, en: `Handing over from ${name}` }),
  begin: () => ({ isPlanned: false, done: 0 }),
  step: async (context, tx, job) => stepHandover(context, tx, job),
})

const stepHandover = async (
  context: Context,
  tx: Transaction,
  { input, state }: Job<Input, State>,
): Promise<StepResult<State>> => {
  const handover: Handover = input
  const moved = state.isPlanned ? await moveSome(context, tx, handover) : 0
  const done = state.done + moved
  if (moved > 0) return { next: { isPlanned: true, done }, done }
  if (state.isPlanned) lockAssignment(tx)
  const planned = await planHandover(context, tx, handover)
  if (planned > 0 || !state.isPlanned) return { next: { isPlanned: true, done }, done, total: done + planned }
  return finish(context, tx, handover)
}

/** One summary for each receiver, not a notice for each record. */
const finish = async (context: Context, tx: Transaction, { id, userId }: Handover): Promise<StepResult<State>> => {
  const rows = await tx.query<{ receiver: string | null; part: string; count: number }>(
    `SELECT receiver, part, count(*)::int AS count FROM w.handover_item WHERE handover_id = $1 AND status = 'moved' GROUP BY 1, 2 ORDER BY 1, 2`,
    [id],
  )
  await tx.query('UPDATE w.handover SET done_at = $2 WHERE id = $1', [id, context.now])
  const labels = new Map(handoverParts(context).map((part) => [part.key, part.label['zh-CN']]))
  const lineOf = ({ part, count }: (typeof rows)[number]): string => `${labels.get(part) ?? part} ${count}`
  const receivers = Map.groupBy(rows, ({ receiver }) => receiver)
  const { users } = context.workspace.directory.current
  const nameOf = (one: string | null): string => (one === null ? '待分配队列' : (users.get(one)?.name ?? ''))
  const total = rows.reduce((sum, { count }) => sum + count, 0)
  writeNotices(
    context,
    tx,
    [...receivers].flatMap(([receiver, own]) =>
      receiver === null
        ? []
        : [
            {
              userId: receiver,
              kind: 'handover' as const,
              recordId: null,
              path: '/today',
              title: `交接给你：${own.reduce((sum, { count }) => sum + count, 0)} 条`,
              lines: [handoverReason(context, userId), ...own.map(lineOf)],
            },
          ],
    ),
  )
  return {
    finished: {
      lines: [
        `交接了 ${total} 条`,
        ...[...receivers].map(([receiver, own]) => `${nameOf(receiver)}：${own.map(lineOf).join('，')}`),
      ],
      data: { handoverId: id, moved: total },
    },
  }
}
