import type { FastifyReply, FastifyRequest } from 'fastify'
import { expect, test } from 'vitest'
import { callKeyOf, tellRepeat } from './call-key.ts'

const request = (key: unknown, facts: Record<string, unknown> = {}): FastifyRequest =>
  ({
    headers: { 'idempotency-key': key },
    method: 'POST',
    url: '/api/v1/leads',
    body: { a: 1 },
    ...facts,
  }) as unknown as FastifyRequest

test('one key for another body, address or method is another call', () => {
  const prints = [{}, { body: { a: 2 } }, { url: '/api/v1/orders' }, { method: 'PUT' }].map(
    (facts) => callKeyOf(request('k', facts))?.fingerprint,
  )
  expect(new Set(prints).size).toBe(4)
  expect(callKeyOf(request('k'))).toEqual(callKeyOf(request('k')))
})

test('a key is printable and not endless', () => {
  for (const key of ['', 'a b', '钥匙', 'x'.repeat(201), ['a', 'b']]) expect(() => callKeyOf(request(key))).toThrow()
  expect(callKeyOf(request(undefined))).toBeUndefined()
})

test('an answer says that nothing was done anew only when that is so', () => {
  const headers: string[] = []
  const reply = { header: (name: string) => (headers.push(name), reply) } as unknown as FastifyReply
  tellRepeat(reply, { repeat: false })
  expect(headers).toEqual([])
  tellRepeat(reply, { repeat: true })
  expect(headers).toEqual(['idempotent-replayed'])
})
