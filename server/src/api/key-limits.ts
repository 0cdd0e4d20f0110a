import { createHash } from 'node:crypto'
import { AppError } from '@jieli/core'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { bearerOf } from './request-context.ts'

const MOST_A_MINUTE = 1_200

/** Requests by key are limited each minute; every answer says how many are left, so that a program can slow down by itself. */
export const limitKeys = (server: FastifyInstance): void => {
  const count = server.createRateLimit({
    max: MOST_A_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) =>
      createHash('sha256')
        .update(bearerOf(request) ?? '')
        .digest('base64'),
  })
  server.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    if (bearerOf(request) === undefined) return
    const state = await count(request)
    if (state.isAllowed) return
    reply.headers({
      'ratelimit-limit': state.max,
      'ratelimit-remaining': state.remaining,
      'ratelimit-reset': state.ttlInSeconds,
    })
    if (state.isExceeded) throw new AppError('too-many-requests', { details: { retryAfter: state.ttlInSeconds } })
  })
}
