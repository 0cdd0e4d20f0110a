import type { Field } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { issueFileToken } from './file-token.ts'
import { issueFormToken } from './form-token.ts'
import { readSubmission, type SentFile, type Submission, type SubmissionContext } from './read-submission.ts'
import { sampleFields, sampleForm } from './sample-form.ts'

const openedAt = '2026-11-21T03:00:00.000Z'
const secret = 'a secret of the workspace'
const token = issueFormToken({ formId: 'jiangning', now: openedAt, secret })
const context = (more: Partial<SubmissionContext> = {}): SubmissionContext => ({
  form: sampleForm,
  fields: sampleFields,
  fieldTypes,
  secret,
  now: '2026-11-21T03:01:00.000Z',
  timeZone: 'Asia/Shanghai',
  ...more,
})
const answers = {
  name: '张女士',
  grade: 'o6',
  phone: '＋86 138-1234-5678',
  subject: 'o0',
  trialTime: '2026-11-22T14:00+08:00',
  _token: token,
}
const send = (body: URLSearchParams | Record<string, string>, more: Partial<SubmissionContext> = {}): Submission =>
  readSubmission(
    {
      body: new TextEncoder().encode(new URLSearchParams(body).toString()),
      contentType: 'application/x-www-form-urlencoded; charset=utf-8',
      userAgent: 'MicroMessenger/8',
    },
    context(more),
  )
const eventIdOf = (submission: Submission): string => (submission.kind === 'accepted' ? submission.eventId : submission.kind)

describe('a submission', () => {
  it('is accepted with its values, its trail and where it came from', () => {
    const trail = JSON.stringify({ order: ['phone', 'name'], returns: 1 })
    expect(
      send({ ...answers, note: ' 二次函数\r\n总丢分 ', _trail: trail, q_utm_source: 'wechat', q_clickid: 'AbC=' }),
    ).toMatchObject({
      kind: 'accepted',
      values: {
        name: '张女士',
        grade: 'o6',
        phone: '＋86 138-1234-5678',
        subject: 'o0',
        trialTime: '2026-11-22T14:00+08:00',
        note: '二次函数\n总丢分',
      },
      trail: { openedAt, fillMs: 60_000, order: ['phone', 'name'], returns: 1 },
      attribution: { utm: { utm_source: 'wechat' }, clickIds: { clickid: 'AbC=' }, client: 'wechat' },
    })
  })

  it('is the same event when sent twice, another when corrected', () => {
    expect(eventIdOf(send(answers))).toBe(eventIdOf(send(answers, { now: '2026-11-21T03:05:00.000Z' })))
    expect(eventIdOf(send({ ...answers, phone: '13912345678' }))).not.toBe(eventIdOf(send(answers)))
  })

  it('that is not valid names each mistake and gives everything typed back', () => {
    const submission = send({ ...answers, phone: '1380', subject: '', grade: 'never offered' })
    expect(submission).toMatchObject({ kind: 'invalid', typed: { name: ['张女士'], phone: ['1380'] } })
    expect(submission.kind === 'invalid' && submission.issues.map(({ path, code }) => [path, code])).toEqual([
      ['grade', 'unknown-option'],
      ['phone', 'not-a-phone'],
      ['subject', 'required'],
    ])
  })

  it('cannot set what the form does not ask for, nor what the address stands for', () => {
    const form = { ...sampleForm, fixed: { grade: 'o1' } }
    const submission = send({ ...answers, owner: 'u1', stage: 'won', __proto__x: '1', constructor: 'x', grade: 'o9' }, { form })
    expect(submission.kind === 'accepted' && Object.keys(submission.values)).toEqual(['name', 'phone', 'subject', 'trialTime'])
  })

  it('points only at records the form offered', () => {
    const campus: Field = { ...sampleFields[0]!, id: 'f_9', name: 'campus', type: 'relation', settings: { object: 'campus' } }
    const id = '018f3f3a-0000-7000-8000-000000000001'
    const more = {
      form: { ...sampleForm, fields: [...sampleForm.fields, { name: 'campus', required: true }] },
      fields: [...sampleFields, campus],
      choices: { campus: [{ value: id, label: '江宁' }] },
    }
    expect(send({ ...answers, campus: id }, more)).toMatchObject({ kind: 'accepted', values: { campus: id } })
    expect(send({ ...answers, campus: id.replace('1', '2') }, more)).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'campus', code: 'unknown-option' }],
    })
  })

  it('with the trap filled or a false token is refused for good', () => {
    expect(send({ ...answers, contact_website: 'https://buy.example' })).toMatchObject({
      kind: 'refused',
      reason: 'trap',
      mayRetry: false,
    })
    expect(send({ ...answers, _token: `${token}x` })).toMatchObject({ kind: 'refused', reason: 'false-token', mayRetry: false })
    expect(send({ ...answers, _token: '' })).toMatchObject({ kind: 'refused', reason: 'false-token' })
  })

  it('that is too fast or too old may be sent again, with everything typed', () => {
    expect(send(answers, { now: '2026-11-21T03:00:01.000Z' })).toMatchObject({
      kind: 'refused',
      reason: 'too-fast',
      mayRetry: true,
      typed: { name: ['张女士'] },
    })
    expect(send(answers, { now: '2026-11-22T03:00:01.000Z' })).toMatchObject({
      kind: 'refused',
      reason: 'too-old',
      mayRetry: true,
    })
  })

  it('needs consent where the page asked for it', () => {
    expect(send(answers, { asksConsent: true })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: '_consent', code: 'consent-needed' }],
    })
    expect(send({ ...answers, _consent: 'yes' }, { asksConsent: true }).kind).toBe('accepted')
  })

  it('loses control characters, which no person types and no column takes', () => {
    expect(send({ ...answers, name: 'a\u0000b\u0007' })).toMatchObject({ values: { name: 'ab' } })
  })

  it('with an answer that is far too long says so at that answer', () => {
    expect(send({ ...answers, note: '长'.repeat(4_001) })).toMatchObject({
      kind: 'invalid',
      issues: [{ path: 'note', code: 'too-long' }],
    })
  })

  it('of another type or of more than 64 KB is no submission', () => {
    const read = (contentType: string | undefined, body: string) => () =>
      readSubmission({ contentType, body: new TextEncoder().encode(body), userAgent: undefined }, context())
    expect(read('application/json', '{}')).toThrow('unsupported-type')
    expect(read(undefined, '')).toThrow('unsupported-type')
    expect(read('application/x-www-form-urlencoded', `note=${'a'.repeat(65_536)}`)).toThrow('too-large')
    expect(read('application/x-www-form-urlencoded', 'a&'.repeat(500))).toThrow('too-large')
  })

  it('of any bytes whatever is answered, never thrown at', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (body) => {
        expect(
          readSubmission({ contentType: 'application/x-www-form-urlencoded', body, userAgent: undefined }, context()).kind,
        ).toBe('refused')
      }),
    )
  })

  it('with a trail that is no trail counts without one', () => {
    expect(send({ ...answers, _trail: '{"order":["<b>"]}' })).toMatchObject({
      kind: 'accepted',
      trail: { order: [], returns: 0 },
    })
    expect(send({ ...answers, _trail: '{' })).toMatchObject({ kind: 'accepted', trail: { order: [] } })
  })
})

describe('a question for photos', () => {
  const photos: Field = {
    id: 'f_9',
    name: 'paper',
    label: { 'zh-CN': '试卷' },
    type: 'image',
    settings: { max: 2 },
    required: false,
    sensitive: false,
    readOnly: false,
    identifies: false,
    searchable: false,
  }
  const withPhotos = {
    form: { ...sampleForm, fields: [...sampleForm.fields, { name: 'paper', required: true }] },
    fields: [...sampleFields, photos],
  }
  const photo = (sha256: string, more: Partial<SentFile> = {}): SentFile => ({
    name: 'IMG_1.jpg',
    bytes: Buffer.from('x'),
    type: 'image/jpeg',
    sha256,
    isTooLarge: false,
    ...more,
  })
  const sendPhotos = (files: SentFile[], more: Record<string, string> = {}): Submission =>
    readSubmission(
      {
        body: Buffer.alloc(0),
        parts: { posted: new URLSearchParams({ ...answers, ...more }), files: new Map([['paper', files]]) },
        contentType: 'multipart/form-data; boundary=x',
        userAgent: undefined,
      },
      context(withPhotos),
    )

  it('is answered by files, which are another event only when they are other files', () => {
    expect(sendPhotos([photo('a')])).toMatchObject({
      kind: 'accepted',
      files: { paper: { sent: [{ sha256: 'a' }], kept: [] } },
    })
    expect(eventIdOf(sendPhotos([photo('a')]))).toBe(eventIdOf(sendPhotos([photo('a')])))
    expect(eventIdOf(sendPhotos([photo('a')]))).not.toBe(eventIdOf(sendPhotos([photo('b')])))
  })

  it('is answered by what an earlier try left here, if this form left it', () => {
    const fileId = '01930000-0000-7000-8000-000000000001'
    const kept = issueFileToken(fileId, { formId: 'jiangning', secret })
    expect(sendPhotos([], { paper: kept })).toMatchObject({ kind: 'accepted', files: { paper: { kept: [fileId] } } })
    expect(sendPhotos([], { paper: fileId })).toMatchObject({ issues: [{ path: 'paper', code: 'required' }] })
  })

  it.each([
    ['none where one is needed', [], 'required'],
    ['too many', [photo('a'), photo('b'), photo('c')], 'too-many-items'],
    ['one that is too large', [photo('a', { isTooLarge: true })], 'file-too-large'],
    ['a document', [photo('a', { type: 'application/pdf' })], 'unknown-file-type'],
    ['what is nothing known', [photo('a', { type: null })], 'unknown-file-type'],
  ])('refuses %s, and nothing else that was answered', (_, files, code) => {
    expect(sendPhotos(files)).toMatchObject({ kind: 'invalid', issues: [{ path: 'paper', code }], typed: { name: ['张女士'] } })
  })
})
