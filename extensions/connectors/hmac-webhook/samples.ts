import type { InboundConnector } from '@jieli/core'
import type { z } from 'zod'
import type { hmacWebhook } from './connector.ts'
import { signatureStyleSchema } from './signature-style.ts'

type Settings = z.output<typeof hmacWebhook.settings>

const sample = (settings: Partial<Settings>, headers: Record<string, string>, body: string) => ({
  settings: { style: 'github' as const, toleranceSeconds: 300, fieldsPath: '', ...settings },
  secrets: { secret: 'demo_secret' },
  request: {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    query: {},
    body: new TextEncoder().encode(body),
  },
  receivedAt: '2026-01-01T00:00:10.000Z',
})

const plainBody = '{"name":"王女士","phone":"13800000000"}'
const stripeBody = '{"id":"evt_1","data":{"object":{"name":"王女士"}}}'
const slackBody = '{"event_id":"Ev1","name":"王女士"}'

/** Many Chinese form builders: md5 over time, secret and body. */
const concatenated = signatureStyleSchema.parse({
  header: 'x-sign',
  algorithm: 'md5',
  combine: 'hash',
  content: '{timestamp}{secret}{body}',
  timestampHeader: 'x-time',
})

/** Signatures made with openssl, so that they do not come from the code they test. */
export const samples: InboundConnector<Settings>['samples'] = [
  {
    ...sample(
      {},
      {
        'x-hub-signature-256': 'sha256=f7c106e57b69f5eb24675d46cf69de121d50f3648a9807298e49009e08637e74',
        'x-github-delivery': 'd-1',
      },
      plainBody,
    ),
    expect: 'events',
  },
  {
    ...sample({ style: 'shopify' }, { 'x-shopify-hmac-sha256': '98EG5Xtp9eskZ11Gz2neEh1Q82SKmAcpjkkAnghjfnQ=' }, plainBody),
    expect: 'events',
  },
  {
    ...sample(
      { style: 'stripe', fieldsPath: 'data.object' },
      { 'stripe-signature': 't=1767225600, v1=5d8b1f14ed64bcdba7dde31d51078e6ba6bb8c2a32902a3e69a7513fb5063cab,v0=other' },
      stripeBody,
    ),
    expect: 'events',
    timed: true,
  },
  {
    ...sample(
      { style: 'slack' },
      {
        'x-slack-signature': 'v0=2a0ad9bfd873fb4e906abbc4605a6d6f02a7f9679bf69985583c52a390d55583',
        'x-slack-request-timestamp': '1767225600',
      },
      slackBody,
    ),
    expect: 'events',
    timed: true,
  },
  {
    ...sample(
      { style: 'custom', custom: concatenated },
      { 'x-sign': 'd8c0724fe4e13edf151329a869978d64', 'x-time': '1767225600' },
      plainBody,
    ),
    expect: 'events',
    timed: true,
  },
  {
    ...sample({}, { 'x-hub-signature-256': 'f7c106e57b69f5eb24675d46cf69de121d50f3648a9807298e49009e08637e74' }, plainBody),
    expect: 'refused',
  },
]
