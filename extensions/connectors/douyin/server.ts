import { createHash } from 'node:crypto'
import { defineInboundConnector, type InboundEvent, type InboundRequest, type InboundVerdict } from '@jieli/core'
import { isFields, readPayload } from '../../kit/read-payload.ts'
import { isSameSecret } from '../../kit/is-same-secret.ts'
import { parseLosslessJson } from '../../kit/parse-lossless-json.ts'
import { parseSenderTime } from '../../kit/parse-sender-time.ts'
import { douyin } from './connector.ts'
import { clueTime, readClue } from './douyin-clue.ts'
import { readMessage } from './douyin-message.ts'
import { samples } from './samples.ts'

/** Douyin takes any 2xx; a body makes its console's test button happy. */
const accepted = { contentType: 'application/json', body: '{"err_no":0,"err_tips":"success"}' }

export const douyinInbound = defineInboundConnector({
  ...douyin,
  receive(request, settings, secrets): InboundVerdict {
    if (!isSigned(request, secrets['clientSecret'] ?? '')) return { kind: 'refused', code: 'bad-signature' }
    const body = readPayload(request.body)
    if (body === null || !isFor(settings.clientKey, body['client_key'])) return { kind: 'refused', code: 'bad-request' }
    const content = contentOf(body['content'])
    if (body['event'] === 'verify_webhook') return answerChallenge(content['challenge'])
    const event = readEvent(body, content, settings.messages)
    return { kind: 'events', events: event === null ? [] : [{ ...event, eventId: eventIdOf(request) }], reply: accepted }
  },
  samples,
})

/** SHA-1 over secret and bytes is Douyin's choice. An empty secret would let everybody in, so it lets nobody in. */
const isSigned = (request: InboundRequest, secret: string): boolean =>
  secret !== '' &&
  isSameSecret(
    request.headers['x-douyin-signature'] ?? '',
    createHash('sha1').update(secret).update(request.body).digest('hex'),
  )

const isFor = (clientKey: string, given: unknown): boolean => clientKey === '' || clientKey === given

/** JSON inside JSON, or an object: both occur. */
const contentOf = (content: unknown): Record<string, unknown> => {
  const parsed = typeof content === 'string' ? parseLosslessJson(content) : content
  return isFields(parsed) ? parsed : {}
}

/** The challenge goes back as the number it came as, also when it is too long for one here. */
const answerChallenge = (challenge: unknown): InboundVerdict => {
  const digits = typeof challenge === 'number' || typeof challenge === 'string' ? String(challenge) : ''
  if (!/^-?\d{1,40}$/.test(digits)) return { kind: 'refused', code: 'bad-request' }
  return { kind: 'handshake', reply: { contentType: 'application/json', body: `{"challenge":${digits}}` } }
}

const readEvent = (
  body: Record<string, unknown>,
  content: Record<string, unknown>,
  messages: boolean,
): Omit<InboundEvent, 'eventId'> | null => {
  const isMessage = body['event'] === 'im_receive_msg'
  if (isMessage && !messages) return null
  const payload = isMessage ? readMessage(content, body['from_user_id']) : readClue(content)
  if (payload === null) return null
  const occurredAt = isMessage ? parseSenderTime(content['create_time']) : clueTime(content)
  return { payload: { ...payload, event: body['event'] }, ...(occurredAt !== undefined && { occurredAt }) }
}

/** `Msg-Id` names the message in every attempt; without it, the same bytes are the same message. */
const eventIdOf = (request: InboundRequest): string =>
  request.headers['msg-id'] || createHash('sha256').update(request.body).digest('hex')
