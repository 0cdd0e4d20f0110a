import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { douyinInbound } from '@jieli/extensions/connectors/douyin/server.ts'
import { standardWebhookInbound } from '@jieli/extensions/connectors/standard-webhook/server.ts'
import { runLive } from './live.ts'
import { readFormPage } from './public-form-page.ts'

const page = `<form method="post"><input type="hidden" name="_token" value="a&quot;b&amp;c"><input name="phone" type="tel">
<select id="g" name="grade" required><option value="">请选择</option><option value="g9">初三</option></select>
<label><input type="radio" name="trialTime" value="2026-11-22T14:00"></label><label><input type="radio" name="trialTime" value="x" disabled></label></form>`

interface Received {
  path: string
  method: string
  headers: IncomingMessage['headers']
  body: Buffer
}

describe('the live demo', () => {
  const received: Received[] = []
  let server: Server
  let baseUrl: string

  beforeAll(async () => {
    server = createServer(async (request, response) => {
      const chunks: Buffer[] = []
      for await (const chunk of request) chunks.push(chunk as Buffer)
      received.push({
        path: request.url ?? '',
        method: request.method ?? '',
        headers: request.headers,
        body: Buffer.concat(chunks),
      })
      response.end(request.method === 'GET' ? page : 'ok')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  test('knows a form page by its hidden inputs and open choices', () => {
    expect(readFormPage(page)).toEqual({
      hidden: { _token: 'a"b&c' },
      choices: { grade: ['g9'], trialTime: ['2026-11-22T14:00'] },
    })
  })

  test('posts signed events and filled forms that the real connectors accept', async () => {
    const secret = `whsec_${Buffer.from('a secret of the demo only').toString('base64')}`
    const sources = { douyin: { clientSecret: 'demo' }, xiaohongshu: { secret }, meituan: { secret } }
    const lines: string[] = []
    const totals = await runLive({
      secrets: { baseUrl, sources, campuses: { jiangning: 'campus-1' } },
      rate: 50,
      count: 60,
      startedAt: 1_700_000_000_000,
      now: Date.now,
      print: (line) => lines.push(line),
    })
    expect(totals).toEqual({ sent: 60, failed: 0 })
    expect(lines).toHaveLength(60)

    const verdicts = received
      .filter((request) => request.path.startsWith('/in/'))
      .map(({ path, method, headers, body }) => {
        const request = {
          method,
          body,
          query: {},
          headers: headers as Record<string, string | undefined>,
          receivedAt: new Date().toISOString(),
        }
        return path === '/in/douyin'
          ? douyinInbound.receive(request, { clientKey: '', messages: true }, sources.douyin).kind
          : standardWebhookInbound.receive(request, { toleranceSeconds: 300 }, { secret }).kind
      })
    expect(verdicts.length).toBeGreaterThan(5)
    expect(new Set(verdicts)).toEqual(new Set(['events']))

    const forms = received
      .filter((request) => request.method === 'POST' && request.path.startsWith('/f/'))
      .map((request) => new URLSearchParams(request.body.toString()))
    expect(forms.length).toBeGreaterThan(5)
    expect(
      forms.every((form) => form.get('_token') === 'a"b&c' && form.get('grade') === 'g9' && form.get('phone') !== ''),
    ).toBe(true)
  })
})
