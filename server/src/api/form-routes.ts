import { z } from 'zod'
import { AppError, type Field, type Form, type Issue } from '@jieli/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { fieldTypeRegistry } from '../registries.ts'
import { renderFormClosedPage, renderFormErrorPage, renderThanksPage } from '../public-pages/notice-pages.ts'
import type { FormChoices } from '../public-pages/asked-fields.ts'
import { formNames } from '../public-pages/form-names.ts'
import { hiddenInputsOf } from '../public-pages/attribution.ts'
import { renderFormPage } from '../public-pages/form-page.ts'
import { renderFormQr, renderQrSheet } from '../public-pages/form-qr.ts'
import { issueFormToken } from '../public-pages/form-token.ts'
import type { PublicPage } from '../public-pages/page-shell.ts'
import { readSubmission, type Submission as FormSubmission } from '../public-pages/read-submission.ts'
import { choicesOfForm, placeOfForm, submissionOfForm, type FormPlace } from '../features/capture/form-door.ts'
import type { App } from './app.ts'
import type { Http } from './http.ts'
import { localeOf } from './problem.ts'

const ofForm = z.object({ form: z.string().max(60) })
interface Found {
  form: Form
  fields: Field[]
  place: FormPlace
  choices: FormChoices
}

/** What a page that is drawn again gives back. */
interface Back {
  typed?: Record<string, string[]>
  issues?: Issue[]
  notice?: 'too-fast' | 'too-old'
  hidden?: Record<string, string>
  token?: string
}

type FormRequest = FastifyRequest<{ Params: { form: string } }>

const sendPage = (reply: FastifyReply, page: PublicPage, status = 200): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', page.contentSecurityPolicy)
    .header('cache-control', 'no-store')
    .removeHeader('x-frame-options')
    .send(page.html)

/** Inputs that a page carries untouched, as they were posted: drawing the page again must not lose how the customer came. */
const postedHidden = (body: Buffer): Record<string, string> =>
  Object.fromEntries(
    [...new URLSearchParams(body.toString('utf8'))]
      .filter(([name, value]) => name.startsWith('q_') && value.length <= 4_000)
      .slice(0, 40),
  )

/** The designer's preview, and the sites that the form was opened to. */
const framesOf = (form: Form): string[] => ["'self'", ...(form.embedOn ?? [])]

/** Public forms: light pages for people who are not signed in, and their QR codes. */
export const formRoutes = (http: Http, app: App): void => {
  const { workspace } = app
  const addressOf = (request: FormRequest): string => new URL(request.url, workspace.publicUrl).href

  const find = (request: FormRequest): Found | null => {
    const form = workspace.config.current.item('form', request.params.form)
    const object = form && workspace.config.current.objects.get(form.object)
    return form && object
      ? {
          form,
          fields: object.definition.fields,
          place: placeOfForm(workspace, form, localeOf(request)),
          choices: choicesOfForm(workspace),
        }
      : null
  }

  const drawForm = (request: FormRequest, reply: FastifyReply, back: Back = {}): FastifyReply => {
    const found = find(request)
    if (!found)
      return sendPage(reply, renderFormErrorPage('unknown-form', placeOfForm(workspace, null, localeOf(request))), 404)
    const { form, fields, place, choices } = found
    if (!form.enabled) return sendPage(reply, renderFormClosedPage({ ...place, form, frameAncestors: framesOf(form) }), 410)
    const now = workspace.clock.now()
    return sendPage(
      reply,
      renderFormPage({
        ...place,
        form,
        fields,
        choices,
        values: back.typed ?? {},
        issues: back.issues ?? [],
        ...(back.notice ? { notice: back.notice } : {}),
        frameAncestors: framesOf(form),
        token: back.token ?? issueFormToken({ formId: form.id, now, secret: workspace.formSecret }),
        now,
        timeZone: workspace.config.current.timeZone,
        hidden: back.hidden ?? hiddenInputsOf({ url: addressOf(request), referrer: request.headers.referer }),
        action: `/f/${form.id}`,
      }),
      back.issues?.length || back.notice ? 422 : 200,
    )
  }

  const refused = (
    request: FormRequest,
    reply: FastifyReply,
    result: Exclude<FormSubmission, { kind: 'accepted' }>,
  ): FastifyReply => {
    const body = request.body as Buffer
    const token = new URLSearchParams(body.toString('utf8')).get(formNames.token) ?? ''
    if (result.kind === 'invalid')
      return drawForm(request, reply, { typed: result.typed, issues: result.issues, hidden: postedHidden(body), token })
    if (result.reason === 'too-fast')
      return drawForm(request, reply, { typed: result.typed, notice: 'too-fast', hidden: postedHidden(body), token })
    if (result.reason === 'too-old')
      return drawForm(request, reply, { typed: result.typed, notice: 'too-old', hidden: postedHidden(body) })
    return sendPage(
      reply,
      renderFormErrorPage('spam-refused', {
        ...placeOfForm(workspace, null, localeOf(request)),
        formUrl: `/f/${request.params.form}`,
      }),
      422,
    )
  }

  http.get('/f/:form', { schema: { params: ofForm } }, async (request, reply) => drawForm(request, reply))

  http.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body))
    scope.post<{ Params: { form: string } }>(
      '/f/:form',
      { schema: { params: ofForm }, config: { rateLimit: { max: workspace.formLimit, timeWindow: 60_000 } } },
      async (request, reply) => {
        const found = find(request)
        if (!found?.form.enabled) return drawForm(request, reply)
        const { form, fields, choices } = found
        const now = workspace.clock.now()
        const result = readSubmission(
          {
            body: request.body as Buffer,
            contentType: request.headers['content-type'],
            query: new URL(addressOf(request)).search.slice(1),
            userAgent: request.headers['user-agent'],
          },
          {
            form,
            fields,
            choices,
            fieldTypes: fieldTypeRegistry,
            secret: workspace.formSecret,
            now,
            timeZone: workspace.config.current.timeZone,
          },
        )
        if (result.kind !== 'accepted') return refused(request, reply, result)
        const captured = await app.capture(submissionOfForm(form, result, now))
        if (captured.status === 'refused' && captured.issues.length > 0)
          return drawForm(request, reply, { typed: textsOf(result.values), issues: captured.issues })
        return reply.code(303).header('location', `/f/${form.id}/thanks`).send()
      },
    )
  })

  http.get('/f/:form/thanks', { schema: { params: ofForm } }, async (request, reply) => {
    const found = find(request)
    if (!found) return drawForm(request, reply)
    return sendPage(reply, renderThanksPage({ ...found.place, form: found.form, frameAncestors: framesOf(found.form) }))
  })

  http.get('/f/:form/qr.svg', { schema: { params: ofForm } }, async (request, reply) => {
    if (!find(request)) throw new AppError('unknown-form')
    return reply.type('image/svg+xml').send(await renderFormQr(new URL(`/f/${request.params.form}`, workspace.publicUrl).href))
  })

  http.get('/f/:form/sheet', { schema: { params: ofForm } }, async (request, reply) => {
    const found = find(request)
    if (!found) throw new AppError('unknown-form')
    return sendPage(
      reply,
      await renderQrSheet({
        ...found.place,
        form: found.form,
        address: new URL(`/f/${found.form.id}`, workspace.publicUrl).href,
      }),
    )
  })
}

const textsOf = (values: Record<string, string | string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))
