import { z } from 'zod'
import { publishRules } from '../features/assignment/publish-rules.ts'
import { findFairness } from '../features/assignment/replay-fairness.ts'
import { trialRules } from '../features/assignment/replay-rules.ts'
import type { Http } from './http.ts'

const rules = z.array(z.record(z.string(), z.unknown())).min(1).max(200)
const days = z.coerce.number().int().min(1).max(92).default(30)

/** Assignment rules before and after they are in force: tried, published, judged. */
export const trialRoutes = (http: Http): void => {
  http.post('/api/v1/assignment-rules/trial', { schema: { body: z.object({ rules, days }) } }, async (request) =>
    trialRules(await request.context(), request.body),
  )

  http.post('/api/v1/assignment-rules/publish', { schema: { body: z.object({ rules }) } }, async (request) => ({
    rules: await publishRules(await request.context(), request.body.rules),
  }))

  http.get('/api/v1/assignment-rules/fairness', { schema: { querystring: z.object({ days }) } }, async (request) =>
    findFairness(await request.context(), request.query.days),
  )
}
