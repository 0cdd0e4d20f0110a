import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createOutboundHttp } from './outbound-http.ts'

let server: Server
let port: number
let seen: IncomingMessage[] = []

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request)
    if (request.url === '/redirect') return response.writeHead(302, { location: '/elsewhere' }).end()
    if (request.url === '/large') return response.end('x'.repeat(2_000))
    if (request.url === '/silent') return undefined
    let body = ''
    request.on('data', (chunk: Buffer) => {
      body += chunk.toString()
    })
    return request.on('end', () => response.setHeader('x-two', ['a', 'b']).end(`${request.method} ${body}`))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(
  () =>
    new Promise((resolve) => {
      server.close(resolve)
      server.closeAllConnections()
    }),
)
beforeEach(() => {
  seen = []
})

const allowing = (options = {}) => createOutboundHttp({ allowHosts: [`127.0.0.1:${port}`], ...options })

describe('a call to a host that is allowed', () => {
  it('sends method, body and headers and gives back status, headers and body', async () => {
    const answer = await allowing()(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
      body: '你好',
    })
    expect(answer).toMatchObject({ status: 200, headers: { 'x-two': 'a, b' }, body: 'POST 你好' })
    expect(seen[0]?.headers).toMatchObject({ 'content-type': 'text/plain', 'content-length': '6', host: `127.0.0.1:${port}` })
  })

  it('does not follow a redirect', async () => {
    const answer = await allowing()(`http://127.0.0.1:${port}/redirect`, { method: 'GET' })
    expect(answer).toMatchObject({ status: 302, headers: { location: '/elsewhere' } })
    expect(seen).toHaveLength(1)
  })

  it('does not let a header send it elsewhere', async () => {
    await allowing()(`http://127.0.0.1:${port}/`, {
      method: 'GET',
      headers: { Host: 'evil.example', 'Transfer-Encoding': 'chunked' },
    })
    expect(seen[0]?.headers).toMatchObject({ host: `127.0.0.1:${port}` })
    expect(seen[0]?.headers['transfer-encoding']).toBeUndefined()
  })

  it('stops at the size limit', async () => {
    await expect(allowing({ maxBytes: 1_999 })(`http://127.0.0.1:${port}/large`, { method: 'GET' })).rejects.toMatchObject({
      code: 'channel-failed',
      details: { reason: 'answer-too-large' },
    })
    expect((await allowing({ maxBytes: 2_000 })(`http://127.0.0.1:${port}/large`, { method: 'GET' })).body).toHaveLength(2_000)
  })

  it('gives up on a server that never answers', async () => {
    await expect(allowing({ timeoutMs: 50 })(`http://127.0.0.1:${port}/silent`, { method: 'GET' })).rejects.toMatchObject({
      code: 'channel-failed',
      details: { reason: 'timeout' },
    })
  })

  it('gives up on a name server that never answers', async () => {
    await expect(
      createOutboundHttp({ timeoutMs: 50, resolve: () => new Promise(() => undefined) })('http://slow.example/', {
        method: 'GET',
      }),
    ).rejects.toMatchObject({ details: { reason: 'timeout' } })
  })

  it('ignores a proxy of the environment', async () => {
    process.env['HTTP_PROXY'] = process.env['http_proxy'] = 'http://127.0.0.1:9'
    try {
      expect((await allowing()(`http://127.0.0.1:${port}/`, { method: 'GET' })).status).toBe(200)
    } finally {
      delete process.env['HTTP_PROXY']
      delete process.env['http_proxy']
    }
  })
})

describe('a call that must not leave', () => {
  const call = (url: string, resolve?: (hostname: string) => Promise<string[]>) =>
    createOutboundHttp(resolve ? { resolve } : {})(url, { method: 'GET' })

  it.each([
    'http://127.0.0.1:PORT/',
    'http://2130706433:PORT/',
    'http://0x7f.1:PORT/',
    'http://0177.0.0.1:PORT/',
    'http://127.1:PORT/',
    'http://0:PORT/',
    'http://[::1]:PORT/',
    'http://[::ffff:127.0.0.1]:PORT/',
    'http://[::ffff:7f00:1]:PORT/',
    'http://１２７.０.０.１:PORT/',
    'http://127。0。0。1:PORT/',
    'http://localhost:PORT/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://10.0.0.1/',
    'http://[fd00:ec2::254]/',
    'ftp://example.com/',
    'file:///etc/passwd',
    'http://user:secret@8.8.8.8/',
    'not a url',
    '',
  ])('is refused: %s', async (url) => {
    await expect(call(url.replace('PORT', String(port)))).rejects.toMatchObject({ code: 'address-refused' })
    expect(seen).toHaveLength(0)
  })

  it('is refused when a public name resolves to a private address', async () => {
    await expect(call(`http://rebind.example:${port}/`, async () => ['127.0.0.1'])).rejects.toMatchObject({
      code: 'address-refused',
    })
  })

  it('is refused when one of several addresses is private', async () => {
    await expect(call('http://mixed.example/', async () => ['8.8.8.8', '10.0.0.1'])).rejects.toMatchObject({
      code: 'address-refused',
    })
  })

  it('is not allowed on another port of an allowed host', async () => {
    await expect(
      createOutboundHttp({ allowHosts: ['127.0.0.1:1'] })(`http://127.0.0.1:${port}/`, { method: 'GET' }),
    ).rejects.toMatchObject({ code: 'address-refused' })
  })

  it('is a failed channel, worth another try, when the name has no address', async () => {
    await expect(call('http://gone.example/', async () => [])).rejects.toMatchObject({
      code: 'channel-failed',
      details: { reason: 'dns' },
    })
    await expect(call('http://gone.example/', () => Promise.reject(new Error('ENOTFOUND')))).rejects.toMatchObject({
      details: { reason: 'dns' },
    })
  })
})

describe('a name that changes its address between check and call', () => {
  it('is resolved once, and the connection goes to the address that was checked', async () => {
    let asked = 0
    const resolve = async (): Promise<string[]> => {
      asked += 1
      return asked === 1 ? ['127.0.0.1'] : ['10.255.255.1']
    }
    const fetch = createOutboundHttp({ allowHosts: [`rebind.example:${port}`], resolve, timeoutMs: 2_000 })
    expect((await fetch(`http://rebind.example:${port}/`, { method: 'GET' })).status).toBe(200)
    expect(asked).toBe(1)
    expect(seen[0]?.headers.host).toBe(`rebind.example:${port}`)
  })
})
