import { errorCodes, type ErrorCode } from './error-codes.ts'
import type { Locale } from '../i18n/label.ts'

/** One thing wrong with one value. Validation returns these; it never throws. */
export interface Issue {
  /** Field name, or a dotted path inside a setting. */
  path: string
  /** Key into the issue texts of the i18n table, e.g. `required`, `not-a-phone`. */
  code: string
  /** What the text needs to be specific, e.g. `{ max: 200 }`. */
  params?: Record<string, string | number>
}

/** What is thrown when a use case cannot do what it was asked. The edge turns it into problem+json. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly details: Record<string, string | number>
  readonly issues: Issue[]

  constructor(code: ErrorCode, options: { details?: Record<string, string | number>; issues?: Issue[]; cause?: unknown } = {}) {
    super(code, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'AppError'
    this.code = code
    this.details = options.details ?? {}
    this.issues = options.issues ?? []
  }
}

/** The sentence a person reads. `describeError('too-large', { limit: '2 MB' }, 'zh-CN')` is 「内容太大，上限是 2 MB」. */
export const describeError = (code: ErrorCode, details: Record<string, string | number>, locale: Locale): string =>
  errorCodes[code].text[locale].replace(/\{(\w+)\}/g, (_, key: string) => String(details[key] ?? '—'))
