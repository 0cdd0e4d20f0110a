import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import type { InboundConnector, InboundEvent } from '@jieli/core'
import { checkDouyinHandshake, postDouyinEvents } from './douyin/simulator.ts'
import { inboundConnectors } from './server.ts'
import { sendStandardWebhook } from './standard-webhook/simulator.ts'

interface Door {
  url: string
  events: InboundEvent[]
  close(): void
}
let open: Door[] = []
afterEach(() => {
  for (const door of open) door.close()
  open = []
})

/** A door over real HTTP that does with a verdict what the server does: answer it, keep events by their id. */
const openDoor = async (
  connector: InboundConnector,
  settings: Record<string, unknown>,
  secrets: Record<string, string>,
): Promise<Door> => {
  const events = new Map<string, InboundEvent>()
  const server = createServer((request, response) => {
    void readBytes(request).then((body) => {
      const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]))
      const verdict = connector.receive(
        { method: 'POST', headers, query: {}, body, receivedAt: new Date().toISOString() },
        connector.settings.parse(settings),
        secrets,
      )
      if (verdict.kind === 'refused') return response.writeHead(401).end()
      for (const event of verdict.kind === 'events' ? verdict.events : [])
        if (!events.has(event.eventId)) events.set(event.eventId, event)
      return response.end(verdict.reply?.body ?? '')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const door = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/in/test`,
    get events() {
      return [...events.values()]
    },
    close: () => {
      server.close()
    },
  }
  open.push(door)
  return door
}

const readBytes = async (request: IncomingMessage): Promise<Uint8Array> => {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

describe('Douyin and its door', () => {
  const clientSecret = 'douyin-client-secret'
  const openDouyin = () => openDoor(inboundConnectors.douyin, { clientKey: 'simulated' }, { clientSecret })
  const clues = Array.from({ length: 5 }, (_, index) => ({
    clue_id: 7200000000000000001n + BigInt(index),
    name: `家长${index}`,
    telephone: `1380000000${index}`,
    remark_dict: { 最关注提分科目: '数学' },
  }))

  it('agree on the handshake, and not with another secret', async () => {
    const door = await openDouyin()
    expect(await checkDouyinHandshake({ target: door.url, clientSecret })).toBe(true)
    expect(await checkDouyinHandshake({ target: door.url, clientSecret: 'other' })).toBe(false)
  })

  it('end with each clue once, delivered three times in any order', async () => {
    const door = await openDouyin()
    let seed = 7
    const random = (): number => (seed = (seed * 16_807) % 2_147_483_647) / 2_147_483_647
    const attempts = await postDouyinEvents({ target: door.url, clientSecret, clues, duplicates: 2, shuffle: { random } })
    expect(attempts.map((attempt) => attempt.status)).toEqual(Array.from({ length: 15 }, () => 200))
    expect(door.events).toHaveLength(clues.length)
    expect(new Set(door.events.map((event) => event.payload['clue_id']))).toEqual(
      new Set(clues.map((clue) => String(clue.clue_id))),
    )
  })

  it('refuse a forger and keep nothing', async () => {
    const door = await openDouyin()
    const attempts = await postDouyinEvents({ target: door.url, clientSecret: 'guess', clues })
    expect(attempts.every((attempt) => attempt.status === 401)).toBe(true)
    expect(door.events).toEqual([])
  })
})

describe('a sender of Standard Webhooks and its door', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'

  it('agree on the event, once for two attempts', async () => {
    const door = await openDoor(inboundConnectors['standard-webhook'], {}, { secret })
    const delivery = {
      target: door.url,
      secret,
      id: 'msg_1',
      body: '{"type":"lead.created","data":{"name":"王女士"}}',
      at: new Date().toISOString(),
    }
    expect([await sendStandardWebhook(delivery), await sendStandardWebhook(delivery)]).toEqual([200, 200])
    expect(door.events).toMatchObject([{ eventId: 'msg_1', payload: { name: '王女士' } }])
  })

  it('refuse an attempt whose clock is ten minutes off', async () => {
    const door = await openDoor(inboundConnectors['standard-webhook'], {}, { secret })
    for (const minutes of [-10, 10]) {
      const at = new Date(Date.now() + minutes * 60_000).toISOString()
      expect(await sendStandardWebhook({ target: door.url, secret, id: 'msg_1', body: '{}', at })).toBe(401)
    }
    expect(door.events).toEqual([])
  })
})
