import { z } from 'zod'
import { publishRules } from '../features/assignment/publish-rules.ts'
import { findFairness } from '../features/assignment/replay-fairness.ts'
import { trialRules } from '../features/assignment/replay-rules.ts'
import type { Http } from './http.ts'

const drafts = z.array(z.record(z.string(), z.unknown())).max(200)
const rules = drafts.min(1)
const removed = z
  .array(z.strictObject({ id: z.string(), version: z.number().int() }))
  .max(200)
  .default([])
const days = z.coerce.number().int().min(1).max(92).default(30)

/** Assignment rules before and after they are in force: tried, published, judged. */
export const trialRoutes = (http: Http): void => {
  http.post('/api/v1/assignment-rules/trial', { schema: { body: z.object({ rules, days }) } }, async (request) =>
    trialRules(await request.context(), request.body),
  )

  http.post(
    '/api/v1/assignment-rules/publish',
    { schema: { body: z.object({ rules: drafts, removed }) } },
    async (request) => ({
      rules: await publishRules(await request.context(), request.body.rules, request.body.removed),
    }),
  )

  http.get('/api/v1/assignment-rules/fairness', { schema: { querystring: z.object({ days }) } }, async (request) =>
    findFairness(await request.context(), request.query.days),
  )
}
