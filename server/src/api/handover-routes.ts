import { z } from 'zod'
import { findHoldings, previewHandover } from '../features/handover/find-handover.ts'
import { handoverInputSchema } from '../features/handover/handover-input.ts'
import { startHandover } from '../features/handover/start-handover.ts'
import { startUndo } from '../features/handover/undo-handover.ts'
import { findWaitingHandovers } from '../features/handover/waiting-handovers.ts'
import type { Http } from './http.ts'

const byId = z.object({ id: z.uuid() })

/** 离职交接, for whoever manages people: what somebody holds, who would get it, do it, take it back. */
export const handoverRoutes = (http: Http): void => {
  http.get('/api/v1/handovers/waiting', async (request) => ({ waiting: await findWaitingHandovers(await request.context()) }))

  http.get('/api/v1/users/:id/handover', { schema: { params: byId } }, async (request) =>
    findHoldings(await request.context(), request.params.id),
  )

  http.post('/api/v1/users/:id/handover/preview', { schema: { params: byId, body: handoverInputSchema } }, async (request) => ({
    shares: await previewHandover(await request.context(), request.params.id, request.body),
  }))

  http.post('/api/v1/users/:id/handover', { schema: { params: byId, body: handoverInputSchema } }, async (request, reply) =>
    reply.code(202).send(await startHandover(await request.context(), request.params.id, request.body)),
  )

  http.post('/api/v1/handovers/:id/undo', { schema: { params: byId } }, async (request, reply) =>
    reply.code(202).send(await startUndo(await request.context(), request.params.id)),
  )
}
