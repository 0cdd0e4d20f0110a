import { z } from 'zod'
import { AppError, configKinds, type ConfigKind } from '@jieli/core'
import { changeConfig } from '../features/config/change-config.ts'
import { findConfig, findConfigHistory, restoreConfig } from '../features/config/find-config.ts'
import type { Http } from './http.ts'

/** Objects are changed through their own routes: a definition and its table must move together. */
const kindSchema = z.enum(Object.keys(configKinds) as [ConfigKind, ...ConfigKind[]])
const ofItem = z.object({ kind: kindSchema, id: z.string().min(1).max(100) })

const refuseObjects = (kind: ConfigKind): void => {
  if (kind === 'object') throw new AppError('forbidden')
}

export const configRoutes = (http: Http): void => {
  http.get('/api/v1/config/:kind', { schema: { params: z.object({ kind: kindSchema }) } }, async (request) => ({
    items: await findConfig(await request.context(), request.params.kind),
  }))

  http.put(
    '/api/v1/config/:kind/:id',
    { schema: { params: ofItem, body: z.object({ rev: z.int().optional(), item: z.record(z.string(), z.unknown()) }) } },
    async (request) => {
      const { kind, id } = request.params
      refuseObjects(kind)
      const context = await request.context()
      await changeConfig(context, [
        {
          kind,
          id,
          isEdit: true,
          item: { ...request.body.item, id },
          ...(request.body.rev === undefined ? {} : { rev: request.body.rev }),
        },
      ])
      return { items: await findConfig(context, kind) }
    },
  )

  http.delete('/api/v1/config/:kind/:id', { schema: { params: ofItem } }, async (request, reply) => {
    refuseObjects(request.params.kind)
    await changeConfig(await request.context(), [{ ...request.params, item: null }])
    return reply.code(204).send()
  })

  http.get('/api/v1/config/:kind/:id/history', { schema: { params: ofItem } }, async (request) => ({
    versions: await findConfigHistory(await request.context(), request.params.kind, request.params.id),
  }))

  http.post(
    '/api/v1/config/:kind/:id/restore',
    { schema: { params: ofItem, body: z.object({ version: z.int() }) } },
    async (request) => {
      refuseObjects(request.params.kind)
      const context = await request.context()
      await restoreConfig(context, { ...request.params, version: request.body.version })
      return { items: await findConfig(context, request.params.kind) }
    },
  )
}
