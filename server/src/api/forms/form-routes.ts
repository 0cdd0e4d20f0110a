import { createReadStream } from 'node:fs'
import { z } from 'zod'
import { AppError } from '@jieli/core'
import type { FastifyRequest } from 'fastify'
import { getCover, storeCover } from '../../features/files/form-covers.ts'
import { MOST_FILE_BYTES } from '../../features/files/store-file.ts'
import { systemContext } from '../../features/workspace/contexts.ts'
import { renderFormQr, renderQrSheet } from '../../public-pages/form-qr.ts'
import { renderThanksPage } from '../../public-pages/notice-pages.ts'
import type { App } from '../app.ts'
import type { Http } from '../http.ts'
import { drawForm, findForm, framesOf, sendPage, type FormRequest } from './form-pages.ts'
import { postForm } from './post-form.ts'

const ofForm = z.object({ form: z.string().max(60) })
const ofCover = ofForm.extend({ id: z.uuid() })

/** Sendings with photos, a minute and address: a school's guests behind one router, and no more of its disk. */
const PHOTO_LIMIT = 20

/** Public forms: light pages for people who are not signed in, and their QR codes. */
export const formRoutes = (http: Http, app: App): void => {
  http.get('/f/:form', { schema: { params: ofForm } }, async (request, reply) => drawForm(app.workspace, request, reply))
  sendingRoutes(http, app)
  aboutRoutes(http, app)
  coverRoutes(http, app)
}

/** The body is taken as it comes: in parts where it holds files, else as bytes, whatever it says it is. */
const sendingRoutes = (http: Http, app: App): void => {
  const { formLimit } = app.workspace
  const max = (request: FastifyRequest): number =>
    request.headers['content-type']?.startsWith('multipart/') ? Math.min(PHOTO_LIMIT, formLimit) : formLimit
  http.register(async (scope) => {
    scope.removeContentTypeParser(['application/json', 'text/plain', 'application/x-www-form-urlencoded'])
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post<{ Params: { form: string } }>(
      '/f/:form',
      { schema: { params: ofForm }, config: { rateLimit: { max, timeWindow: 60_000 } } },
      async (request, reply) => postForm(app, request, reply),
    )
  })
}

/** The page of thanks, the QR code, the sheet to hang up. */
const aboutRoutes = (http: Http, { workspace }: App): void => {
  const found = (request: FormRequest) => {
    const form = findForm(workspace, request)
    if (!form) throw new AppError('unknown-form')
    return form
  }
  http.get('/f/:form/thanks', { schema: { params: ofForm } }, async (request, reply) => {
    const form = findForm(workspace, request)
    if (!form) return drawForm(workspace, request, reply)
    return sendPage(reply, renderThanksPage({ ...form.place, form: form.form, frameAncestors: framesOf(form.form) }))
  })

  http.get('/f/:form/qr.svg', { schema: { params: ofForm } }, async (request, reply) => {
    const { form } = found(request)
    return reply.type('image/svg+xml').send(await renderFormQr(new URL(`/f/${form.id}`, workspace.publicUrl).href))
  })

  http.get('/f/:form/sheet', { schema: { params: ofForm } }, async (request, reply) => {
    const { form, place } = found(request)
    const address = new URL(`/f/${form.id}`, workspace.publicUrl).href
    return sendPage(reply, await renderQrSheet({ ...place, form, address }))
  })
}

/** Pictures at the head of forms. A file never changes under its id, so a browser that has it asks no more. */
const coverRoutes = (http: Http, { workspace }: App): void => {
  http.get('/f/:form/cover/:id', { schema: { params: ofCover } }, async (request, reply) => {
    const found = findForm(workspace, request)
    if (!found) throw new AppError('not-found')
    const file = await getCover(systemContext(workspace), found.form, request.params.id)
    return (
      reply
        .type(file.type)
        .header('content-length', file.size)
        .header('x-content-type-options', 'nosniff')
        .header('content-security-policy', "default-src 'none'; sandbox")
        // The designer's preview is a sandbox, which counts as another site.
        .header('cross-origin-resource-policy', 'cross-origin')
        .header('cache-control', 'public, max-age=31536000, immutable')
        .send(createReadStream(file.path))
    )
  })

  http.post('/api/v1/form-covers', { config: { rateLimit: { max: 60, timeWindow: 60_000 } } }, async (request, reply) => {
    const context = await request.context()
    const part = await request.file({ limits: { fileSize: MOST_FILE_BYTES, files: 1 }, throwFileSizeLimit: false })
    if (!part) throw new AppError('bad-request')
    const bytes = await part.toBuffer()
    return reply.code(201).send(await storeCover(context, { name: part.filename, bytes }))
  })
}
