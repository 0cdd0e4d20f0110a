import type { Value } from '../formulas/expression.ts'
import type { IssueCode } from '../i18n/issue-texts.ts'
import type { Parsed } from './field-type.ts'

/** The value is accepted. */
export const accept = (value: Value): Parsed => ({ ok: true, value })

/** The value is not one of this type: a code of the issue texts, and what its sentence needs. */
export const refuse = (code: IssueCode, params?: Record<string, string | number>): Parsed =>
  params ? { ok: false, code, params } : { ok: false, code }
