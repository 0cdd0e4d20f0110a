import { signStandardWebhook, type MessageToSign } from './sign.ts'

export interface StandardWebhookDelivery extends MessageToSign {
  /** Address of the receiving door. */
  target: string
}

/** Posts one signed event and answers the receiver's status. */
export const sendStandardWebhook = async (delivery: StandardWebhookDelivery): Promise<number> => {
  const response = await fetch(delivery.target, { method: 'POST', headers: signStandardWebhook(delivery), body: delivery.body })
  await response.arrayBuffer()
  return response.status
}
