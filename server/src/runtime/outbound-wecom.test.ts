import { afterAll, beforeAll, expect, it } from 'vitest'
import { must, type OutboundContext } from '@jieli/core'
import { findOutboundConnector } from '@jieli/extensions/connectors/server.ts'
import { startWecomSimulator, type WecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'
import { createOutboundHttp } from './outbound-http.ts'

const app = { corpId: 'ww0000000000000001', corpSecret: 'sim-secret', agentId: 1_000_002 }
let simulator: WecomSimulator
beforeAll(async () => {
  simulator = await startWecomSimulator(app)
})
afterAll(() => simulator.stop())

const contextWith = (fetch: OutboundContext['fetch']): OutboundContext => {
  const kept = new Map<string, string>()
  return {
    fetch,
    tokens: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, token) => {
        kept.set(key, token)
      },
      drop: async (key) => {
        kept.delete(key)
      },
    },
    now: () => new Date().toISOString(),
  }
}

const send = (context: OutboundContext) => {
  const connector = must(findOutboundConnector('wecom'))
  const message = {
    key: 'n-1',
    to: 'lisi',
    title: '新线索',
    lines: ['请尽快跟进'],
    facts: [],
    url: 'https://crm.example.com/l/1',
  }
  return connector.send(
    message,
    connector.settings.parse({ ...app, baseUrl: simulator.url }),
    { corpSecret: app.corpSecret },
    context,
  )
}

it('carries a WeCom message to the simulator when its host is allowed', async () => {
  const context = contextWith(createOutboundHttp({ allowHosts: [new URL(simulator.url).host] }))
  expect(await send(context)).toMatchObject({ kind: 'delivered' })
  expect(simulator.messages()).toMatchObject([{ touser: ['lisi'], title: '新线索', text: '请尽快跟进' }])
})

it('fails the message, without asking again, when the channel points into the private network', async () => {
  expect(await send(contextWith(createOutboundHttp()))).toMatchObject({ kind: 'failed', code: 'address-refused' })
})
