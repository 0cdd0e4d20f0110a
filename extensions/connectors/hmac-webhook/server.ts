import { createHash } from 'node:crypto'
import { defineInboundConnector, must, type InboundRequest } from '@jieli/core'
import type { z } from 'zod'
import { isFields, readPayload } from '../../kit/read-payload.ts'
import { readPath } from '../../kit/read-path.ts'
import { checkSignature } from './check-signature.ts'
import { hmacWebhook } from './connector.ts'
import { samples } from './samples.ts'
import { signatureStyles, type SignatureStyle } from './signature-style.ts'

export const hmacWebhookInbound = defineInboundConnector({
  ...hmacWebhook,
  receive(request, settings, secrets) {
    const style = styleOf(settings)
    const problem = checkSignature(request, style, {
      secret: secrets['secret'] ?? '',
      toleranceSeconds: settings.toleranceSeconds,
    })
    if (problem !== null) return { kind: 'refused', code: problem }
    const body = readPayload(request.body, request.headers['content-type'])
    const payload = body === null || settings.fieldsPath === '' ? body : readPath(body, settings.fieldsPath)
    if (body === null || !isFields(payload)) return { kind: 'refused', code: 'bad-request' }
    return { kind: 'events', events: [{ eventId: eventIdOf(request, body, style), payload }] }
  },
  samples,
})

type Settings = z.output<typeof hmacWebhook.settings>

const styleOf = (settings: Settings): SignatureStyle =>
  settings.style === 'custom' ? must(settings.custom, 'custom signature style') : signatureStyles[settings.style]

/** Several attempts carry the same id; where a platform gives none, the body stands for itself. */
const eventIdOf = (request: InboundRequest, body: Record<string, unknown>, style: SignatureStyle): string => {
  const id = request.headers[style.eventIdHeader] ?? readPath(body, style.eventIdPath)
  return (typeof id === 'string' && id !== '') || typeof id === 'number'
    ? String(id)
    : createHash('sha256').update(request.body).digest('hex')
}
