import { must, systemAccess } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { applyChange } from '../records/apply-change.ts'
import type { Operation } from '../records/change.ts'
import { writeEvents } from '../records/event-log.ts'
import { stopClocks } from '../timers/follow-up-clocks.ts'
import type { Context } from '../workspace/workspace.ts'
import { findOpenTasks } from './follow-up-queries.ts'
import type { LoggedFollowUp } from './follow-up-to-log.ts'
import type { PlannedFollowUp } from './plan-batch.ts'

type WithIds = PlannedFollowUp & { followUpId: string; taskId: string | null }

/** Writes planned follow-ups, each of another lead: statements for the whole batch. */
export const writeFollowUps = async (
  context: Context,
  tx: Transaction,
  planned: readonly PlannedFollowUp[],
): Promise<LoggedFollowUp[]> => {
  if (planned.length === 0) return []
  const batch = planned.map((one): WithIds => ({
    ...one,
    followUpId: newId(one.at),
    taskId: one.plan.task === null ? null : newId(one.at),
  }))
  // What the person may do was checked while planning; what follows from it is the platform's to write.
  const elevated: Context = {
    ...context,
    access: { ...systemAccess, userId: context.access.userId, departmentPath: context.access.departmentPath },
  }
  await applyChange(elevated, tx, { object: 'followUp', isClean: true, operations: batch.map(followUpOf) })
  await applyChange(elevated, tx, {
    object: 'lead',
    isClean: true,
    operations: batch.map((one) => ({ action: 'update', id: one.lead.id, values: one.leadValues })),
  })
  await settleTasks(elevated, tx, batch)
  stopClocks(
    context,
    tx,
    batch.filter((one) => one.plan.stopsClocks).map((one) => one.lead.id),
  )
  writeEvents(
    context,
    tx,
    batch.map((one) => ({
      kind: 'follow-up.logged',
      object: 'lead',
      recordId: one.lead.id,
      data: dataOf(one),
      ...(one.input.userId === undefined ? {} : { actor: { kind: 'user' as const, id: one.input.userId } }),
    })),
  )
  return batch.map((one) => ({ followUpId: one.followUpId, leadId: one.lead.id, taskId: one.taskId, repeat: false }))
}

const followUpOf = (one: WithIds): Operation => ({
  action: 'create',
  id: one.followUpId,
  ownerId: one.userId,
  departmentPath: one.lead.departmentPath,
  createdAt: one.at,
  values: { ...one.plan.followUp, photo: one.values['photo'] ?? null },
})

/** What was owed is done, what is owed next belongs to whoever has the lead. */
const settleTasks = async (elevated: Context, tx: Transaction, batch: readonly WithIds[]): Promise<void> => {
  const info = must(elevated.workspace.config.current.objects.get('task'))
  const byLead = new Map(batch.map((one) => [one.lead.id, one]))
  const open = await findOpenTasks(tx, info, [...byLead.keys()])
  const done = open.flatMap((task): Operation[] => {
    const one = must(byLead.get(task.leadId))
    return one.plan.completes.some((kind) => kind === task.kind)
      ? [{ action: 'update', id: task.id, values: { doneAt: one.at } }]
      : []
  })
  const next = batch.flatMap((one): Operation[] =>
    one.plan.task === null || one.taskId === null
      ? []
      : [
          {
            action: 'create',
            id: one.taskId,
            ownerId: one.lead.ownerId ?? one.userId,
            departmentPath: one.lead.departmentPath,
            createdAt: one.at,
            values: one.plan.task,
          },
        ],
  )
  if (done.length + next.length > 0)
    await applyChange(elevated, tx, { object: 'task', isClean: true, operations: [...done, ...next] })
}

const dataOf = ({ followUpId, taskId, plan, outcome, at }: WithIds): Record<string, unknown> => ({
  followUpId,
  taskId,
  at,
  outcomeId: outcome?.id ?? null,
  outcome: outcome?.label ?? null,
  tag: plan.tag,
  effective: plan.followUp['effective'] ?? null,
  note: plan.followUp['note'] ?? null,
  nextAction: plan.followUp['nextAction'] ?? null,
  nextAt: plan.followUp['nextAt'] ?? null,
})
