import { Webhook } from 'standardwebhooks'

export interface StandardWebhookDelivery {
  /** Address of the receiving door. */
  target: string
  secret: string
  /** The event's id; the same in every attempt. */
  id: string
  body: string
  /** The sender's clock, ISO. */
  at: string
}

/** Headers as a sender of Standard Webhooks makes them, by the standard's own package. */
export const signStandardWebhook = ({
  secret,
  id,
  body,
  at,
}: Omit<StandardWebhookDelivery, 'target'>): Record<string, string> => {
  const sentAt = new Date(at)
  return {
    'content-type': 'application/json',
    'webhook-id': id,
    'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1000)),
    'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
  }
}

/** Posts one signed event and answers the receiver's status. */
export const sendStandardWebhook = async (delivery: StandardWebhookDelivery): Promise<number> => {
  const response = await fetch(delivery.target, { method: 'POST', headers: signStandardWebhook(delivery), body: delivery.body })
  await response.arrayBuffer()
  return response.status
}
