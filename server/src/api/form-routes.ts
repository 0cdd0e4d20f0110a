import { z } from 'zod'
import { AppError, type Field, type Form } from '@jieli/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fieldTypeRegistry } from '../registries.ts'
import { renderFormClosedPage, renderFormErrorPage, renderThanksPage } from '../public-pages/notice-pages.ts'
import { hiddenInputsOf } from '../public-pages/attribution.ts'
import { renderFormPage } from '../public-pages/form-page.ts'
import { renderFormQr, renderQrSheet } from '../public-pages/form-qr.ts'
import { issueFormToken } from '../public-pages/form-token.ts'
import type { PublicPage } from '../public-pages/page-shell.ts'
import { readSubmission, type Submission as FormSubmission } from '../public-pages/read-submission.ts'
import { placeOfForm, submissionOfForm, type FormPlace } from '../features/capture/form-door.ts'
import type { App } from './app.ts'
import type { Http } from './http-server.ts'
import { localeOf } from './problem.ts'

const ofForm = z.object({ form: z.string().max(60) })
type FormRequest = FastifyRequest<{ Params: { form: string } }>

const sendPage = (reply: FastifyReply, page: PublicPage, status = 200): FastifyReply =>
  reply.code(status).type('text/html; charset=utf-8').header('content-security-policy', page.contentSecurityPolicy).header('cache-control', 'no-store').removeHeader('x-frame-options').send(page.html)

/** Public forms: light pages for people who are not signed in, and their QR codes. */
export const formRoutes = (http: Http, app: App): void => {
  const { workspace } = app
  const addressOf = (request: FormRequest): string => new URL(request.url, workspace.publicUrl).href

  const find = (request: FormRequest): { form: Form; fields: Field[]; place: FormPlace } | null => {
    const form = workspace.config.current.item('form', request.params.form)
    const object = form && workspace.config.current.objects.get(form.object)
    return form && object ? { form, fields: object.definition.fields, place: placeOfForm(workspace, form, localeOf(request)) } : null
  }

  const drawForm = (request: FormRequest, reply: FastifyReply, back: { typed?: Record<string, string[]>; issues?: { path: string; code: string }[]; notice?: 'too-fast' | 'too-old' } = {}): FastifyReply => {
    const found = find(request)
    if (!found) return sendPage(reply, renderFormErrorPage('unknown-form', placeOfForm(workspace, null, localeOf(request))), 404)
    const { form, fields, place } = found
    if (!form.enabled) return sendPage(reply, renderFormClosedPage({ ...place, form }), 410)
    const now = workspace.clock.now()
    return sendPage(reply, renderFormPage({
      ...place, form, fields, values: back.typed ?? {}, issues: back.issues ?? [], ...(back.notice ? { notice: back.notice } : {}),
      token: issueFormToken({ formId: form.id, now, secret: workspace.formSecret }), now, timeZone: workspace.config.current.timeZone,
      hidden: hiddenInputsOf({ url: addressOf(request), referrer: request.headers.referer }), action: `/f/${form.id}`,
    }), back.issues?.length || back.notice ? 422 : 200)
  }

  const refused = (request: FormRequest, reply: FastifyReply, result: FormSubmission): FastifyReply => {
    if (result.kind === 'invalid') return drawForm(request, reply, { typed: result.typed, issues: result.issues })
    if (result.kind === 'refused' && result.mayRetry) return drawForm(request, reply, { typed: result.typed, notice: result.reason === 'too-old' ? 'too-old' : 'too-fast' })
    return sendPage(reply, renderFormErrorPage('spam-refused', { ...placeOfForm(workspace, null, localeOf(request)), formUrl: `/f/${request.params.form}` }), 422)
  }

  http.get('/f/:form', { schema: { params: ofForm } }, async (request, reply) => drawForm(request, reply))

  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post<{ Params: { form: string } }>('/f/:form', { schema: { params: ofForm }, config: { rateLimit: { max: workspace.formLimit, timeWindow: 60_000 } } }, async (request, reply) => {
      const found = find(request)
      if (!found?.form.enabled) return drawForm(request, reply)
      const { form, fields, place } = found
      const now = workspace.clock.now()
      const result = readSubmission(
        { body: request.body as Buffer, contentType: request.headers['content-type'], query: new URL(addressOf(request)).search.slice(1), userAgent: request.headers['user-agent'] },
        { form, fields, fieldTypes: fieldTypeRegistry, secret: workspace.formSecret, now, timeZone: workspace.config.current.timeZone },
      )
      if (result.kind !== 'accepted') return refused(request, reply, result)
      const captured = await app.capture(submissionOfForm(form, result, now))
      if (captured.status === 'refused' && captured.issues.length > 0) return drawForm(request, reply, { typed: textsOf(result.values), issues: captured.issues })
      return sendPage(reply, renderThanksPage({ ...place, form }))
    })
  })

  http.get('/f/:form/qr.svg', { schema: { params: ofForm } }, async (request, reply) => {
    if (!find(request)) throw new AppError('unknown-form')
    return reply.type('image/svg+xml').send(await renderFormQr(new URL(`/f/${request.params.form}`, workspace.publicUrl).href))
  })

  http.get('/f/:form/sheet', { schema: { params: ofForm } }, async (request, reply) => {
    const found = find(request)
    if (!found) throw new AppError('unknown-form')
    return sendPage(reply, await renderQrSheet({ ...found.place, form: found.form, address: new URL(`/f/${found.form.id}`, workspace.publicUrl).href }))
  })
}

const textsOf = (values: Record<string, string | string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))
