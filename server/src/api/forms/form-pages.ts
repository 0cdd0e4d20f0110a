import type { Field, Form, Issue } from '@jieli/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { choicesOfForm, placeOfForm, type FormPlace } from '../../features/capture/form-door.ts'
import type { Workspace } from '../../features/workspace/workspace.ts'
import type { FormChoices } from '../../public-pages/asked-fields.ts'
import { hiddenInputsOf } from '../../public-pages/attribution.ts'
import { renderFormPage } from '../../public-pages/form-page.ts'
import { issueFormToken } from '../../public-pages/form-token.ts'
import { renderFormClosedPage, renderFormErrorPage } from '../../public-pages/notice-pages.ts'
import type { PublicPage } from '../../public-pages/page-shell.ts'
import { localeOf } from '../problem.ts'

export type FormRequest = FastifyRequest<{ Params: { form: string } }>

/** A form with what its page is drawn from. */
export interface FoundForm {
  form: Form
  fields: Field[]
  place: FormPlace
  choices: FormChoices
}

/** What a page that is drawn again gives back. */
export interface Back {
  typed?: Record<string, string[]>
  issues?: Issue[]
  notice?: 'too-fast' | 'too-old'
  hidden?: Record<string, string>
  token?: string
}

/** The designer's preview, and the sites that the form was opened to. */
export const framesOf = (form: Form): string[] => ["'self'", ...(form.embedOn ?? [])]

export const sendPage = (reply: FastifyReply, page: PublicPage, status = 200): FastifyReply =>
  reply
    .code(status)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', page.contentSecurityPolicy)
    .header('cache-control', 'no-store')
    .removeHeader('x-frame-options')
    .send(page.html)

export const addressOf = (workspace: Workspace, request: FormRequest): string => new URL(request.url, workspace.publicUrl).href

export const findForm = (workspace: Workspace, request: FormRequest): FoundForm | null => {
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

const unknownForm = (workspace: Workspace, request: FormRequest, reply: FastifyReply): FastifyReply =>
  sendPage(reply, renderFormErrorPage('unknown-form', placeOfForm(workspace, null, localeOf(request))), 404)

/** The form to be filled in, or the page that says why not; with `back` once more, as it was sent. */
export const drawForm = (workspace: Workspace, request: FormRequest, reply: FastifyReply, back: Back = {}): FastifyReply => {
  const found = findForm(workspace, request)
  if (!found) return unknownForm(workspace, request, reply)
  const { form, fields, place, choices } = found
  if (!form.enabled) return sendPage(reply, renderFormClosedPage({ ...place, form, frameAncestors: framesOf(form) }), 410)
  const now = workspace.clock.now()
  const page = renderFormPage({
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
    hidden: back.hidden ?? hiddenInputsOf({ url: addressOf(workspace, request), referrer: request.headers.referer }),
    action: `/f/${form.id}`,
  })
  return sendPage(reply, page, back.issues?.length || back.notice ? 422 : 200)
}
