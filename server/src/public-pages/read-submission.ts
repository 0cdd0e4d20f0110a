import { AppError, must, typeAndSettingsOf, type Field, type FieldTypes, type Form, type Issue } from '@jieli/core'
import { cleanText } from '@jieli/core/fields/clean-text'
import { readLastText } from '@jieli/extensions/kit/public-input'
import { createHash } from 'node:crypto'
import { askedFields, type AskedField, type FormChoices } from './asked-fields.ts'
import { readAttribution, type Attribution } from './attribution.ts'
import { checkFileToken } from './file-token.ts'
import { formNames } from './form-names.ts'
import { checkFormToken, type FormToken } from './form-token.ts'
import { readTrail, type Trail } from './trail.ts'

/** A file as somebody sent it: what its bytes are, not what it was said to be. */
export interface SentFile {
  name: string
  bytes: Uint8Array
  /** Null: nothing that is kept. */
  type: string | null
  sha256: string
  /** Longer than is kept; `bytes` then hold only its beginning. */
  isTooLarge: boolean
}

export interface SubmissionRequest {
  body: Uint8Array
  contentType: string | undefined
  /** The parts of a form with files, read beforehand; `body` is then not looked at. */
  parts?: { posted: URLSearchParams; files: ReadonlyMap<string, readonly SentFile[]> }
  /** The query of the address that was posted to, without `?`. */
  query?: string
  userAgent: string | undefined
}

export interface SubmissionContext {
  form: Form
  fields: Field[]
  fieldTypes: FieldTypes
  secret: string
  /** ISO, the server's clock. */
  now: string
  timeZone: string
  /** The same lists the page was drawn with. */
  choices?: FormChoices
  /** Whether the page asked for consent, so that sending without it is not accepted. */
  asksConsent?: boolean
  minimumFillMs?: number
  maximumAgeMs?: number
}

/** What a submission is worth. Only `accepted` is captured; the others draw the page again, with everything typed kept. */
export type Submission =
  | {
      kind: 'accepted'
      values: Record<string, string | string[]>
      files: AnsweredFiles
      trail: Trail
      attribution: Attribution
      eventId: string
    }
  | { kind: 'invalid'; issues: Issue[]; typed: Typed; files: AnsweredFiles }
  /** `too-fast` and `too-old` are people too: they get the page again. A filled trap or a false token is no person. */
  | { kind: 'refused'; reason: 'trap' | 'false-token' | 'too-fast' | 'too-old'; mayRetry: boolean; typed: Typed }

/** Per question: what came now, and what an earlier try of this page left here. */
export type AnsweredFiles = Record<string, { sent: readonly SentFile[]; kept: readonly string[] }>

const maxBytes = 64 * 1024
const maxParameters = 400
const maxTextLength = 4_000

const parseBody = (request: SubmissionRequest): URLSearchParams => {
  if (request.parts) return request.parts.posted
  if (!/^application\/x-www-form-urlencoded\s*(;|$)/i.test(request.contentType ?? '')) throw new AppError('unsupported-type')
  if (request.body.byteLength > maxBytes) throw new AppError('too-large', { details: { limit: '64 KB' } })
  const posted = new URLSearchParams(new TextDecoder().decode(request.body))
  if (posted.size > maxParameters) throw new AppError('too-large', { details: { limit: String(maxParameters) } })
  return posted
}

type Typed = Record<string, string[]>

const typedTexts = (posted: URLSearchParams, asked: AskedField[]): Typed =>
  Object.fromEntries(
    asked.map(({ field }) => [
      field.name,
      posted
        .getAll(field.name)
        .slice(0, 100)
        .map((text) => cleanText(text.replaceAll('\u0000', '')).slice(0, maxTextLength + 1)),
    ]),
  )

type Answer = { value: string | string[] | null } | Omit<Issue, 'path'>

/** One answer: what to store, or what is wrong. Whether it is valid is the field type's to say. */
const readAnswer = (texts: string[], { field, input, required, choices }: AskedField, context: SubmissionContext): Answer => {
  if (texts.some((text) => text.length > maxTextLength)) return { code: 'too-long', params: { max: maxTextLength } }
  const value = (input.read ?? readLastText)(texts, { timeZone: context.timeZone })
  if (value === null) return required ? { code: 'required' } : { value }
  if (choices && !choices.some((choice) => choice.value === value)) return { code: 'unknown-option', params: { value: '' } }
  const { type, settings } = typeAndSettingsOf(field, context.fieldTypes)
  const parsed = type.parse(value, settings)
  if (!parsed.ok) return parsed.params ? { code: parsed.code, params: parsed.params } : { code: parsed.code }
  return required && parsed.value === null ? { code: 'required' } : { value }
}

type FilesAnswer = AnsweredFiles[string] | Omit<Issue, 'path'>

/** The files of one question, or what is wrong with them. */
const readFiles = (
  sent: readonly SentFile[],
  kept: readonly string[],
  { field, input, required }: AskedField,
): FilesAnswer | null => {
  const { most, kinds } = must(input.files)(field.settings)
  if (sent.length + kept.length === 0) return required ? { code: 'required' } : null
  if (sent.length + kept.length > most) return { code: 'too-many-items', params: { max: most } }
  if (sent.some(({ isTooLarge }) => isTooLarge)) return { code: 'file-too-large' }
  const isAsked = (type: string): boolean => kinds.length === 0 || kinds.some((kind) => type.startsWith(kind))
  return sent.every(({ type }) => type !== null && isAsked(type)) ? { sent, kept } : { code: 'unknown-file-type' }
}

const readAnswers = (
  typed: Typed,
  asked: AskedField[],
  { request, context }: { request: SubmissionRequest; context: SubmissionContext },
): { values: Record<string, string | string[]>; files: AnsweredFiles; issues: Issue[] } => {
  const values: Record<string, string | string[]> = {}
  const files: AnsweredFiles = {}
  const issues: Issue[] = []
  for (const question of asked) {
    const path = question.field.name
    if (question.input.files) {
      const kept = (typed[path] ?? []).flatMap((token) => checkFileToken(token, { formId: context.form.id, ...context }) ?? [])
      const answer = readFiles(request.parts?.files.get(path) ?? [], [...new Set(kept)], question)
      if (answer && 'code' in answer) issues.push({ path, ...answer })
      else if (answer) files[path] = answer
      continue
    }
    const answer = readAnswer(typed[path] ?? [], question, context)
    if ('code' in answer) issues.push({ path, ...answer })
    else if (answer.value !== null) values[path] = answer.value
  }
  return { values, files, issues }
}

/**
 * The same page sent twice with the same content is one event; corrected and sent again it is another. So a double tap
 * is one capture, and neither a correction nor a page that two people got from one cache is lost.
 */
const eventIdOf = (token: FormToken, values: Record<string, string | string[]>, files: AnsweredFiles): string => {
  const digests = Object.entries(files).map(([name, { sent, kept }]) => [name, ...kept, ...sent.map(({ sha256 }) => sha256)])
  const content = JSON.stringify([...Object.entries(values).toSorted(), ...digests])
  return `${token.random}-${createHash('sha256').update(content).digest('hex').slice(0, 16)}`
}

/** Reads what a public form sent. Throws only for bodies that are no submission at all: too large, another type. */
export const readSubmission = (request: SubmissionRequest, context: SubmissionContext): Submission => {
  const posted = parseBody(request)
  const asked = askedFields(context.form, context.fields, context.choices)
  const typed = typedTexts(posted, asked)
  if ((posted.get(formNames.trap) ?? '') !== '') return { kind: 'refused', reason: 'trap', mayRetry: false, typed }
  const checked = checkFormToken(posted.get(formNames.token) ?? '', {
    formId: context.form.id,
    now: context.now,
    secret: context.secret,
    ...(context.minimumFillMs !== undefined && { minimumMs: context.minimumFillMs }),
    ...(context.maximumAgeMs !== undefined && { maximumMs: context.maximumAgeMs }),
  })
  if (!checked.ok) {
    const reason = checked.reason === 'too-fast' || checked.reason === 'too-old' ? checked.reason : 'false-token'
    return { kind: 'refused', reason, mayRetry: reason !== 'false-token', typed }
  }
  const { values, files, issues } = readAnswers(typed, asked, { request, context })
  if (context.asksConsent && posted.get(formNames.consent) !== 'yes')
    issues.push({ path: formNames.consent, code: 'consent-needed' })
  if (issues.length > 0) return { kind: 'invalid', issues, typed, files }
  return {
    kind: 'accepted',
    values,
    files,
    eventId: eventIdOf(checked.token, values, files),
    trail: readTrail(posted.get(formNames.trail), { openedAt: checked.token.issuedAt, sentAt: Date.parse(context.now) }),
    attribution: readAttribution(posted, new URLSearchParams(request.query ?? ''), request.userAgent),
  }
}
