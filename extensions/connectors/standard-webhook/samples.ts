import type { InboundConnector } from '@jieli/core'

const body = (text: string): Uint8Array => new TextEncoder().encode(text)

const headers = (id: string, timestamp: string, signature: string): Record<string, string> => ({
  'content-type': 'application/json',
  'webhook-id': id,
  'webhook-timestamp': timestamp,
  'webhook-signature': signature,
})

const vector = {
  settings: { toleranceSeconds: 300 },
  secrets: { secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' },
  request: {
    method: 'POST',
    headers: headers('msg_p5jXN8AQM9LWM0D4loKWxJek', '1614265330', 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='),
    query: {},
    body: body('{"test": 2432232314}'),
  },
  receivedAt: '2021-02-25T15:02:20.000Z',
}

/** The published vector of the standard, and what may go wrong with it. */
export const samples: InboundConnector<{ toleranceSeconds: number }>['samples'] = [
  { ...vector, expect: 'events', timed: true },
  {
    ...vector,
    request: {
      ...vector.request,
      headers: headers(
        'msg_p5jXN8AQM9LWM0D4loKWxJek',
        '1614265330',
        'v1a,other v1,bm90IHRoaXM= v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
      ),
    },
    expect: 'events',
    timed: true,
  },
  { ...vector, receivedAt: '2021-02-25T15:10:00.000Z', expect: 'refused' },
  { ...vector, request: { ...vector.request, headers: {} }, expect: 'refused' },
]
