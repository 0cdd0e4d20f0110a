import { createHash, createHmac } from 'node:crypto'
import type { InboundRequest } from '@jieli/core'
import { isSameSecret } from '../../kit/is-same-secret.ts'
import type { SignatureStyle } from './signature-style.ts'

interface Given {
  signatures: string[]
  timestamp: string
  nonce: string
}

/** Null when the request is truly theirs and fresh, else why not. Only a time that is signed too is believed. */
export const checkSignature = (
  request: InboundRequest,
  style: SignatureStyle,
  { secret, toleranceSeconds }: { secret: string; toleranceSeconds: number },
): 'bad-signature' | 'stale-timestamp' | null => {
  if (secret === '') return 'bad-signature'
  const given = readGiven(request, style)
  const content = fillTemplate(style.content, { ...given, secret, body: request.body })
  const expected = digest(style, secret, content)
  if (!given.signatures.some((signature) => isSameSecret(signature, expected))) return 'bad-signature'
  const isTimed = style.content.includes('{timestamp}')
  return isTimed && !isFresh(given.timestamp, request.receivedAt, toleranceSeconds) ? 'stale-timestamp' : null
}

const readGiven = (request: InboundRequest, style: SignatureStyle): Given => {
  const header = (request.headers[style.header] ?? '').slice(0, 2_000)
  const entries = style.form === 'pairs' ? header.split(',').map((entry) => entry.trim()) : [header.trim()]
  const signatures = entries.filter((entry) => entry.startsWith(style.prefix)).map((entry) => entry.slice(style.prefix.length))
  const pairTime = style.form === 'pairs' ? entries.find((entry) => entry.startsWith('t='))?.slice(2) : undefined
  return {
    signatures,
    timestamp: pairTime ?? request.headers[style.timestampHeader] ?? '',
    nonce: request.headers[style.nonceHeader] ?? '',
  }
}

/** Bytes, not text: the body must be signed as it came, whatever its encoding. */
const fillTemplate = (
  template: string,
  values: { body: Uint8Array; timestamp: string; nonce: string; secret: string },
): Uint8Array =>
  Buffer.concat(
    template.split(/(\{(?:body|timestamp|nonce|secret)\})/).map((part) => {
      if (part === '{body}') return values.body
      if (part === '{timestamp}') return Buffer.from(values.timestamp)
      if (part === '{nonce}') return Buffer.from(values.nonce)
      return Buffer.from(part === '{secret}' ? values.secret : part)
    }),
  )

const digest = (style: SignatureStyle, secret: string, content: Uint8Array): string => {
  const hash = style.combine === 'hmac' ? createHmac(style.algorithm, secret) : createHash(style.algorithm)
  const bytes = hash.update(content).digest()
  return style.encoding === 'base64-of-hex'
    ? Buffer.from(bytes.toString('hex')).toString('base64')
    : bytes.toString(style.encoding)
}

const isFresh = (timestamp: string, receivedAt: string, toleranceSeconds: number): boolean =>
  /^\d{1,12}$/.test(timestamp) && Math.abs(Date.parse(receivedAt) / 1000 - Number(timestamp)) <= toleranceSeconds
