import { Webhook } from 'standardwebhooks'

export interface MessageToSign {
  secret: string
  /** The message's id; the same in every attempt. */
  id: string
  body: string
  /** The sender's clock, ISO. */
  at: string
}

/**
 * Headers as a sender of Standard Webhooks makes them, by the standard's own package.
 *
 * @example signStandardWebhook({ secret: 'whsec_…', id: 'msg_1', body: '{}', at: '2026-11-16T04:00:00.000Z' })
 */
export const signStandardWebhook = ({ secret, id, body, at }: MessageToSign): Record<string, string> => {
  const sentAt = new Date(at)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  }
}
