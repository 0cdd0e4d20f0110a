import { z } from 'zod'
import { must, AppError, type CrmRecord } from '@jieli/core'
import { logFollowUps } from '../features/follow-ups/log-follow-ups.ts'
import { getRecord } from '../features/records/find-records.ts'
import type { Context } from '../features/workspace/workspace.ts'
import type { Http } from './http.ts'

const blankable = z
  .string()
  .max(20_000)
  .nullish()
  .transform((text) => text ?? null)

const followUpSchema = z.object({
  /** Made by the client before the first try, so that a try whose answer was lost can be sent again. */
  key: z.uuid(),
  leadId: z.uuid(),
  outcomeId: z
    .string()
    .max(60)
    .nullish()
    .transform((id) => id || null),
  note: blankable,
  nextAction: blankable,
  nextAt: blankable,
  attachmentIds: z.array(z.uuid()).max(20).default([]),
  /** Fields of the lead that the talk brought to light. */
  learned: z.record(z.string(), z.unknown()).default({}),
})

export const followUpRoutes = (http: Http): void => {
  http.post('/api/v1/follow-ups', { schema: { body: followUpSchema } }, async (request) => {
    const context = await request.context()
    const [logged] = await logFollowUps(context, [request.body])
    const { followUpId, leadId, taskId } = must(logged)
    return { followUpId, lead: await leadAfter(context, leadId), taskId }
  })
}

/** The lead as it stands now; null when it is no longer the sender's to see, which undoes nothing. */
const leadAfter = async (context: Context, id: string): Promise<CrmRecord | null> => {
  try {
    return (await getRecord(context, 'lead', id)).record
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return null
    throw error
  }
}
