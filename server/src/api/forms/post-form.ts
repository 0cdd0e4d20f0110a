import { keepFormFiles, withFormFiles } from '../../features/capture/form-files.ts'
import { placeOfForm, submissionOfForm } from '../../features/capture/form-door.ts'
import { systemContext } from '../../features/workspace/contexts.ts'
import type { Workspace } from '../../features/workspace/workspace.ts'
import { issueFileToken } from '../../public-pages/file-token.ts'
import { formNames } from '../../public-pages/form-names.ts'
import { renderFormErrorPage } from '../../public-pages/notice-pages.ts'
import { readSubmission, type AnsweredFiles, type Submission } from '../../public-pages/read-submission.ts'
import { fieldTypeRegistry } from '../../registries.ts'
import type { FastifyReply } from 'fastify'
import type { App } from '../app.ts'
import { localeOf } from '../problem.ts'
import { addressOf, drawForm, findForm, sendPage, type FormRequest, type FoundForm } from './form-pages.ts'
import { readFormParts, type FormParts } from './read-form-parts.ts'

type Refused = Exclude<Submission, { kind: 'accepted' }>
type Texts = Record<string, string[]>

/** Inputs that a page carries untouched, as they were posted: drawing the page again must not lose how the customer came. */
const postedHidden = (posted: URLSearchParams): Record<string, string> =>
  Object.fromEntries([...posted].filter(([name, value]) => name.startsWith('q_') && value.length <= 4_000).slice(0, 40))

/** What was sent, in whichever of its two shapes a browser sends a form. */
const readBody = async (request: FormRequest): Promise<{ body: Buffer; posted: URLSearchParams; parts?: FormParts }> => {
  if (request.isMultipart()) {
    const parts = await readFormParts(request)
    return { body: Buffer.alloc(0), posted: parts.posted, parts }
  }
  const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0)
  return { body, posted: new URLSearchParams(body.toString('utf8')) }
}

/** Photos that are fine stay here while the rest is mended; the page carries their tokens. */
const tokensOf = async (workspace: Workspace, formId: string, files: AnsweredFiles): Promise<Texts> => {
  const kept = await keepFormFiles(systemContext(workspace, { kind: 'form', id: formId }), files)
  return Object.fromEntries(
    Object.entries(kept).map(([name, ids]) => [
      name,
      ids.map((id) => issueFileToken(id, { formId, secret: workspace.formSecret })),
    ]),
  )
}

interface Sent {
  request: FormRequest
  reply: FastifyReply
  posted: URLSearchParams
}

const sendBack = async (workspace: Workspace, { request, reply, posted }: Sent, result: Refused): Promise<FastifyReply> => {
  const token = posted.get(formNames.token) ?? ''
  const hidden = postedHidden(posted)
  if (result.kind === 'invalid') {
    const tokens = await tokensOf(workspace, request.params.form, result.files)
    return drawForm(workspace, request, reply, { typed: { ...result.typed, ...tokens }, issues: result.issues, hidden, token })
  }
  if (result.reason === 'too-fast')
    return drawForm(workspace, request, reply, { typed: result.typed, notice: 'too-fast', hidden, token })
  if (result.reason === 'too-old')
    return drawForm(workspace, request, reply, { typed: result.typed, notice: 'too-old', hidden })
  const place = { ...placeOfForm(workspace, null, localeOf(request)), formUrl: `/f/${request.params.form}` }
  return sendPage(reply, renderFormErrorPage('spam-refused', place), 422)
}

const textsOf = (values: Record<string, string | string[]>): Texts =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Array.isArray(value) ? value : [value]]))

const capture = async (
  app: App,
  { request, reply }: Sent,
  { form }: FoundForm,
  result: Extract<Submission, { kind: 'accepted' }>,
): Promise<FastifyReply> => {
  const { workspace } = app
  const context = systemContext(workspace, { kind: 'form', id: form.id })
  const submission = await withFormFiles(context, submissionOfForm(form, result, context.now), result.files)
  const captured = await app.capture(submission)
  if (captured.status === 'refused' && captured.issues.length > 0)
    return drawForm(workspace, request, reply, { typed: textsOf(result.values), issues: captured.issues })
  return reply.code(303).header('location', `/f/${form.id}/thanks`).send()
}

/** A form that was sent: captured, or drawn again with everything that was typed and every photo that was fine. */
export const postForm = async (app: App, request: FormRequest, reply: FastifyReply): Promise<FastifyReply> => {
  const { workspace } = app
  const found = findForm(workspace, request)
  if (!found?.form.enabled) return drawForm(workspace, request, reply)
  const { body, posted, parts } = await readBody(request)
  const result = readSubmission(
    {
      body,
      ...(parts ? { parts } : {}),
      contentType: request.headers['content-type'],
      query: new URL(addressOf(workspace, request)).search.slice(1),
      userAgent: request.headers['user-agent'],
    },
    {
      form: found.form,
      fields: found.fields,
      choices: found.choices,
      fieldTypes: fieldTypeRegistry,
      secret: workspace.formSecret,
      now: workspace.clock.now(),
      timeZone: workspace.config.current.timeZone,
    },
  )
  const sent = { request, reply, posted }
  return result.kind === 'accepted' ? capture(app, sent, found, result) : sendBack(workspace, sent, result)
}
