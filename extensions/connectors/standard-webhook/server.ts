import { createHmac, createSecretKey } from 'node:crypto'
import { defineInboundConnector, type InboundRequest, type InboundVerdict } from '@jieli/core'
import { isFields, readPayload } from '../../kit/read-payload.ts'
import { isSameSecret } from '../../kit/is-same-secret.ts'
import { parseSenderTime } from '../../kit/parse-sender-time.ts'
import { standardWebhook } from './connector.ts'
import { samples } from './samples.ts'

/**
 * Checked by hand rather than by the `standardwebhooks` package: its `verify` reads the machine's clock, so that stored
 * requests could not be run again, and turns bytes into text first. The simulator signs with the package.
 */
export const standardWebhookInbound = defineInboundConnector({
  ...standardWebhook,
  receive(request, settings, secrets) {
    const id = request.headers['webhook-id']
    const timestamp = request.headers['webhook-timestamp']
    const given = request.headers['webhook-signature']
    if (!id || !timestamp || !given) return { kind: 'refused', code: 'bad-signature' }
    if (!hasSignature(given, signaturesOf(`${id}.${timestamp}.`, request.body, secrets['secret']))) {
      return { kind: 'refused', code: 'bad-signature' }
    }
    return isFresh(timestamp, request.receivedAt, settings.toleranceSeconds)
      ? eventOf(id, request)
      : { kind: 'refused', code: 'stale-timestamp' }
  },
  samples,
})

/** One signature for each secret that is in force: while a secret is being changed, both the new and the old one are. */
const signaturesOf = (head: string, body: Uint8Array, secrets = ''): string[] =>
  secrets
    .split(/\s+/)
    .map(keyOf)
    .filter((key) => key.length > 0)
    // As a key object: handed bytes, `createHmac` first throws and catches to find out what they are, six times the work.
    .map((key) => createHmac('sha256', createSecretKey(key)).update(head).update(body).digest('base64'))

const keyOf = (secret: string): Buffer => Buffer.from(secret.replace(/^whsec_/, ''), 'base64')

/** The header may name several signatures; those of other schemes (`v1a`) are not for us. */
const hasSignature = (header: string, expected: string[]): boolean =>
  header
    .split(' ')
    .slice(0, 10)
    .some((entry) => entry.startsWith('v1,') && expected.some((signature) => isSameSecret(entry.slice(3), signature)))

const isFresh = (timestamp: string, receivedAt: string, toleranceSeconds: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Date.parse(receivedAt) / 1000 - Number(timestamp)) <= toleranceSeconds

/** Either the full shape `{ type, timestamp, data }` or the fields alone. */
const eventOf = (eventId: string, request: InboundRequest): InboundVerdict => {
  const body = readPayload(request.body, request.headers['content-type'])
  if (body === null) return { kind: 'refused', code: 'bad-request' }
  const { type, data } = body
  const payload = typeof type === 'string' && isFields(data) ? { ...data, type } : body
  const occurredAt = parseSenderTime(body['timestamp'])
  return { kind: 'events', events: [{ eventId, payload, ...(occurredAt !== undefined && { occurredAt }) }] }
}
