import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { standardWebhookInbound } from './server.ts'
import { signStandardWebhook } from './sign.ts'

const oldSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const newSecret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD'
const at = '2026-01-01T00:00:00.000Z'

const receive = (body: string, secret = oldSecret, signedWith = oldSecret) =>
  standardWebhookInbound.receive(
    {
      method: 'POST',
      headers: signStandardWebhook({ secret: signedWith, id: 'msg_1', body, at }),
      query: {},
      body: new TextEncoder().encode(body),
      receivedAt: at,
    },
    { toleranceSeconds: 300 },
    { secret },
  )

describe('standard webhook', () => {
  it("accepts whatever the standard's own package signs", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.string()), (fields) => {
        expect(receive(JSON.stringify(fields)).kind).toBe('events')
      }),
    )
  })

  it('takes the fields out of the envelope and keeps its type and time', () => {
    const body = JSON.stringify({ type: 'lead.created', timestamp: '2025-12-31T23:59:00Z', data: { name: '王女士', id: 1 } })
    expect(receive(body)).toEqual({
      kind: 'events',
      events: [
        { eventId: 'msg_1', occurredAt: '2025-12-31T23:59:00.000Z', payload: { name: '王女士', id: 1, type: 'lead.created' } },
      ],
    })
  })

  it('accepts the fields alone', () => {
    expect(receive('{"name":"王女士","data":"x"}')).toMatchObject({ events: [{ payload: { name: '王女士', data: 'x' } }] })
  })

  it('accepts the old and the new secret while they change', () => {
    for (const signedWith of [oldSecret, newSecret])
      expect(receive('{}', `${newSecret} ${oldSecret}`, signedWith).kind).toBe('events')
    expect(receive('{}', newSecret, oldSecret)).toEqual({ kind: 'refused', code: 'bad-signature' })
  })

  it('refuses a list as a bad request, though it is signed', () => {
    expect(receive('[{"name":"王女士"}]')).toEqual({ kind: 'refused', code: 'bad-request' })
  })
})
