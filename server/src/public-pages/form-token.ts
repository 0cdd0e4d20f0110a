import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** What a page carries so that its submission can be told from a machine's: when it was drawn, for which form, and a random id. */
export interface FormToken {
  issuedAt: number
  /** Made when the page is drawn, so that pressing send twice is one capture. */
  random: string
}

export type FormTokenRefusal = 'malformed' | 'bad-signature' | 'too-fast' | 'too-old'

export interface FormTokenCheck {
  formId: string
  /** ISO, the server's clock. */
  now: string
  secret: string
  minimumMs?: number
  maximumMs?: number
}

const day = 24 * 60 * 60_000
/** Nobody fills a form in less; most machines take milliseconds. */
const defaultMinimumMs = 2_000

// The version is signed with the rest and keeps this use of the secret apart from every other.
const sign = (formId: string, issuedAt: string, random: string, secret: string): string =>
  createHmac('sha256', secret).update(`jieli-form-1\n${formId}\n${issuedAt}\n${random}`).digest('base64url')

/** A token for a page drawn now: `<time>.<random>.<signature>`, 80 characters. */
export const issueFormToken = (given: { formId: string; now: string; secret: string; random?: string }): string => {
  const issuedAt = Date.parse(given.now).toString(36)
  const random = given.random ?? randomBytes(15).toString('base64url')
  return `${issuedAt}.${random}.${sign(given.formId, issuedAt, random, given.secret)}`
}

const isSame = (a: string, b: string): boolean => {
  const [left, right] = [Buffer.from(a), Buffer.from(b)]
  return left.length === right.length && timingSafeEqual(left, right)
}

/** The token's content, or why it does not count. Another form's token has a bad signature. */
export const checkFormToken = (
  token: string,
  check: FormTokenCheck,
): { ok: true; token: FormToken } | { ok: false; reason: FormTokenRefusal } => {
  const [, time, random, signature] = /^([0-9a-z]{1,12})\.([\w-]{8,64})\.([\w-]{43})$/.exec(token) ?? []
  if (time === undefined || random === undefined || signature === undefined) return { ok: false, reason: 'malformed' }
  if (!isSame(signature, sign(check.formId, time, random, check.secret))) return { ok: false, reason: 'bad-signature' }
  const issuedAt = Number.parseInt(time, 36)
  const age = Date.parse(check.now) - issuedAt
  if (age < (check.minimumMs ?? defaultMinimumMs)) return { ok: false, reason: 'too-fast' }
  if (age > (check.maximumMs ?? day)) return { ok: false, reason: 'too-old' }
  return { ok: true, token: { issuedAt, random } }
}
