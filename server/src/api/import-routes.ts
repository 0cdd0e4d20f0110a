import { Readable } from 'node:stream'
import { z } from 'zod'
import { AppError } from '@jieli/core'
import { answerImport, answerSchema, findAskedRows } from '../features/imports/answer-rows.ts'
import { findImport, findImports } from '../features/imports/find-imports.ts'
import { importTemplate } from '../features/imports/import-template.ts'
import { planImport } from '../features/imports/plan-import.ts'
import { previewImport } from '../features/imports/preview-import.ts'
import { stageImport } from '../features/imports/stage-import.ts'
import { startImport, startSchema } from '../features/imports/start-import.ts'
import { undoImport } from '../features/imports/undo-import.ts'
import { writeErrorFile } from '../features/imports/write-error-file.ts'
import { attachment } from './attachment.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const ofImport = z.object({ id: z.uuid() })

/** Files in: taken, looked at, started, watched, mended, taken back. */
export const importRoutes = (http: Http): void => {
  http.post(
    '/api/v1/imports',
    { schema: { querystring: z.object({ object: z.string().max(60).default('lead') }) } },
    async (request, reply) => {
      const context = await request.context()
      const part = request.isMultipart() ? await request.file() : undefined
      if (!part) throw new AppError('bad-request')
      return reply.code(201).send(
        await stageImport(context, {
          object: request.query.object,
          fileName: part.filename,
          upload: part.file,
          locale: localeOf(request),
        }),
      )
    },
  )

  http.get('/api/v1/imports', async (request) => ({ imports: await findImports(await request.context()) }))

  http.get('/api/v1/imports/:id', { schema: { params: ofImport } }, async (request) =>
    findImport(await request.context(), request.params.id, localeOf(request)),
  )

  /** The preview again, by the mapping that the person has on screen. */
  http.post(
    '/api/v1/imports/:id/preview',
    { schema: { params: ofImport, body: startSchema.pick({ mapping: true }).partial() } },
    async (request) =>
      previewImport(await request.context(), request.params.id, { mapping: request.body.mapping, locale: localeOf(request) }),
  )

  /** Counts what would become of every row, in the background; `GET /imports/:id` shows how far it is. */
  http.post('/api/v1/imports/:id/plan', { schema: { params: ofImport, body: startSchema } }, async (request) =>
    planImport(await request.context(), request.params.id, request.body),
  )

  http.get(
    '/api/v1/imports/:id/asked',
    { schema: { params: ofImport, querystring: z.object({ after: z.coerce.number().int().default(0) }) } },
    async (request) => findAskedRows(await request.context(), request.params.id, request.query.after),
  )

  http.post('/api/v1/imports/:id/answer', { schema: { params: ofImport, body: answerSchema } }, async (request) =>
    answerImport(await request.context(), request.params.id, request.body),
  )

  http.post('/api/v1/imports/:id/start', { schema: { params: ofImport, body: startSchema } }, async (request) =>
    startImport(await request.context(), request.params.id, request.body),
  )

  http.post('/api/v1/imports/:id/undo', { schema: { params: ofImport } }, async (request) =>
    undoImport(await request.context(), request.params.id),
  )

  http.get('/api/v1/imports/:id/errors.csv', { schema: { params: ofImport } }, async (request, reply) => {
    const lines = await writeErrorFile(await request.context(), request.params.id, localeOf(request))
    return attachment(reply, '未导入的行.csv', 'text/csv; charset=utf-8').send(Readable.from(lines, { objectMode: false }))
  })

  http.get(
    '/api/v1/objects/:object/import-template.csv',
    { schema: { params: z.object({ object: z.string().max(60) }) } },
    async (request, reply) => {
      const template = importTemplate(await request.context(), request.params.object, localeOf(request))
      return attachment(reply, '导入模板.csv', 'text/csv; charset=utf-8').send(template)
    },
  )
}
