import { AppError, describeError, describeIssue, errorCodes, type ErrorCode, type Locale } from '@jieli/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../runtime/new-id.ts'
import { systemClock } from '../runtime/clock.ts'

/** The reader's language, as far as they said. */
export const localeOf = (request: { headers: { 'accept-language'?: string | undefined } }): Locale =>
  /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh-CN'

/**
 * The one place where errors become answers: application/problem+json with a stable code and a sentence that helps. What we
 * did not foresee is logged under an id and answered with the id alone.
 */
export const sendProblem = (error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
  const known = asAppError(error, request)
  const locale = localeOf(request)
  if (known)
    return send(reply, known.code, {
      locale,
      details: known.details,
      issues: known.issues.map((issue) => ({ path: issue.path, code: issue.code, message: describeIssue(issue, locale) })),
    })
  const id = newId(systemClock.now())
  request.log.error({ err: error, errorId: id }, 'unforeseen error')
  return send(reply, 'internal', { locale, details: { id }, issues: [] })
}

interface ProblemParts {
  locale: Locale
  details: Record<string, string | number>
  issues: { path: string; code: string; message: string }[]
}

const send = (reply: FastifyReply, code: ErrorCode, { locale, details, issues }: ProblemParts): FastifyReply => {
  const { status, retryable } = errorCodes[code]
  const title = describeError(code, details, locale)
  // An issue with the whole request, not with one of its values, says more than the code does.
  const detail = issues.find(({ path }) => path === '')?.message ?? title
  if (details['retryAfter'] !== undefined) reply.header('retry-after', details['retryAfter'])
  return reply
    .code(status)
    .type('application/problem+json')
    .header('cache-control', 'no-store')
    .send({
      type: `urn:jieli:error:${code}`,
      title,
      status,
      code,
      retryable,
      detail,
      ...(Object.keys(details).length > 0 ? { details } : {}),
      ...(issues.length > 0 ? { issues } : {}),
    })
}

interface HttpError {
  statusCode?: number
  code?: string
  validation?: { instancePath?: string; message?: string }[]
}

const sizeText = (bytes: number): string =>
  bytes < 1_048_576 ? `${Math.round(bytes / 1_024)} KB` : `${Math.round(bytes / 1_048_576)} MB`

/** Errors of the HTTP library, in our words. */
const asAppError = (error: unknown, request: FastifyRequest): AppError | null => {
  if (error instanceof AppError) return error
  const { statusCode, validation } = error as HttpError
  if (validation)
    return new AppError('bad-request', {
      issues: validation.map((one) => ({
        path: (one.instancePath ?? '').slice(1).replaceAll('/', '.'),
        code: 'invalid-setting',
        params: { reason: one.message ?? '' },
      })),
    })
  if (statusCode === 413) return new AppError('too-large', { details: { limit: sizeText(request.routeOptions.bodyLimit) } })
  if (statusCode === 415) return new AppError('unsupported-type')
  if (statusCode === 429) return new AppError('too-many-requests')
  if (statusCode === 404) return new AppError('not-found')
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) return new AppError('bad-request')
  return null
}
