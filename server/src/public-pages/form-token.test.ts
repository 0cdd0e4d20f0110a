import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkFormToken, issueFormToken } from './form-token.ts'

const secret = 'a secret of the workspace'
const issuedAt = '2026-11-21T03:00:00.000Z'
const after = (ms: number): string => new Date(Date.parse(issuedAt) + ms).toISOString()
const check = (token: string, ms: number, formId = 'jiangning') => checkFormToken(token, { formId, now: after(ms), secret })

describe('form token', () => {
  const token = issueFormToken({ formId: 'jiangning', now: issuedAt, secret })

  it('is good from two seconds to a day after the page was drawn', () => {
    expect(check(token, 2_000)).toMatchObject({ ok: true, token: { issuedAt: Date.parse(issuedAt) } })
    expect(check(token, 24 * 3_600_000)).toMatchObject({ ok: true })
  })

  it('is too fast before and too old after', () => {
    expect(check(token, 1_999)).toEqual({ ok: false, reason: 'too-fast' })
    expect(check(token, -60_000)).toEqual({ ok: false, reason: 'too-fast' })
    expect(check(token, 24 * 3_600_000 + 1)).toEqual({ ok: false, reason: 'too-old' })
  })

  it('takes other limits when told', () => {
    expect(checkFormToken(token, { formId: 'jiangning', now: issuedAt, secret, minimumMs: 0 })).toMatchObject({ ok: true })
    expect(checkFormToken(token, { formId: 'jiangning', now: after(10_001), secret, maximumMs: 10_000 })).toEqual({
      ok: false,
      reason: 'too-old',
    })
  })

  it('does not count for another form or under another secret', () => {
    expect(check(token, 5_000, 'gulou')).toEqual({ ok: false, reason: 'bad-signature' })
    expect(checkFormToken(token, { formId: 'jiangning', now: after(5_000), secret: 'another' })).toEqual({
      ok: false,
      reason: 'bad-signature',
    })
  })

  it('is refused when any one character of it is changed', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'0aZ_.-é'), (position, character) => {
        fc.pre(token[position] !== character)
        expect(check(token.slice(0, position) + character + token.slice(position + 1), 5_000).ok).toBe(false)
      }),
    )
  })

  it('is refused, without throwing, when it is any other text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(check(text, 5_000).ok).toBe(false)
      }),
    )
  })

  it('carries another random on every page', () => {
    expect(issueFormToken({ formId: 'jiangning', now: issuedAt, secret })).not.toBe(token)
  })
})
