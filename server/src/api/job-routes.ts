import { z } from 'zod'
import { findJobs, getJob } from '../features/long-jobs/find-jobs.ts'
import { cancelJob, retryJob } from '../features/long-jobs/steer-job.ts'
import type { Http } from './http.ts'

const ofJob = z.object({ id: z.uuid() })

/** Long work: how far it is, why it failed, once more, never mind. */
export const jobRoutes = (http: Http): void => {
  http.get('/api/v1/jobs', async (request) => ({ jobs: await findJobs(await request.context()) }))

  http.get('/api/v1/jobs/:id', { schema: { params: ofJob } }, async (request) => ({
    job: await getJob(await request.context(), request.params.id),
  }))

  http.post('/api/v1/jobs/:id/cancel', { schema: { params: ofJob } }, async (request) => {
    const context = await request.context()
    await cancelJob(context, request.params.id)
    return { job: await getJob(context, request.params.id) }
  })

  http.post('/api/v1/jobs/:id/retry', { schema: { params: ofJob } }, async (request) => {
    const context = await request.context()
    await retryJob(context, request.params.id)
    return { job: await getJob(context, request.params.id) }
  })
}
