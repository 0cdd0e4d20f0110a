import { errorCodes, type ErrorCode, type Issue } from '@jieli/core'

/** What the web adds: the request never reached a server. */
export type ApiErrorCode = ErrorCode | 'offline'

/** A refusal as the server explained it. `message` is already in the reader's language. */
export class ApiError extends Error {
  readonly code: ApiErrorCode
  readonly status: number
  readonly issues: (Issue & { message?: string })[]
  /** Everything else the server sent: `details`, `current`, the id of a recorded failure. */
  readonly body: Record<string, unknown>

  constructor(
    code: ApiErrorCode,
    message: string,
    more: { status?: number; issues?: Issue[]; body?: Record<string, unknown> } = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.code = code
    this.status = more.status ?? 0
    this.issues = more.issues ?? []
    this.body = more.body ?? {}
  }

  get isOffline(): boolean {
    return this.code === 'offline'
  }

  /** Whether the same call may succeed a moment later. */
  get isRetryable(): boolean {
    return this.code === 'offline' || errorCodes[this.code].retryable
  }
}

const isErrorCode = (code: unknown): code is ErrorCode => typeof code === 'string' && code in errorCodes

/** Reads a problem+json answer. A body that is none (a proxy's page) becomes `internal` or `not-ready`. */
export const toApiError = (status: number, body: unknown): ApiError => {
  const problem = (body ?? {}) as Record<string, unknown>
  const fallback: ErrorCode = status === 502 || status === 503 || status === 504 ? 'not-ready' : 'internal'
  const code = isErrorCode(problem['code']) ? problem['code'] : fallback
  const message = [problem['detail'], problem['title']].find((text): text is string => typeof text === 'string' && text !== '')
  return new ApiError(code, message ?? errorCodes[code].text['zh-CN'].replace('{id}', String(problem['id'] ?? '—')), {
    status,
    issues: Array.isArray(problem['issues']) ? (problem['issues'] as Issue[]) : [],
    body: problem,
  })
}
