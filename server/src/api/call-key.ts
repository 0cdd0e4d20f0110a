import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { CallKey, OnceResult } from '../features/records/once.ts'

/** The header of the IETF's draft on idempotent requests; a key is any printable text. */
const keyShape = /^[\x21-\x7e]{1,200}$/

/** The client's key for this call, when it sent one. */
export const callKeyOf = (request: FastifyRequest): CallKey | undefined => {
  const key = request.headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key !== 'string' || !keyShape.test(key)) throw new AppError('bad-request')
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([request.method, request.url, request.body ?? null]))
    .digest('base64url')
  return { key, fingerprint }
}

/** Says in the answer that nothing was done anew. */
export const tellRepeat = (reply: FastifyReply, { repeat }: Pick<OnceResult<unknown>, 'repeat'>): FastifyReply =>
  repeat ? reply.header('idempotent-replayed', 'true') : reply
