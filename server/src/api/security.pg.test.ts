import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '@jieli/core'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { addMinutes } from '../runtime/clock.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let admin: ApiClient

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  admin = new ApiClient(server)
  await admin.signIn('admin')
})

afterAll(async () => {
  await server.close()
  await company.close()
})

const newLead = { values: { name: '王女士', phone: '13912345678' } }

describe('a change that rides on a cookie', () => {
  it('is refused without the header of our own pages, on every resource', async () => {
    const lead = `/api/v1/objects/lead/records`
    for (const [method, url] of [
      ['POST', lead],
      ['PATCH', `${lead}/01930000-0000-7000-8000-000000000001`],
      ['DELETE', `${lead}/01930000-0000-7000-8000-000000000001`],
      ['POST', '/api/v1/users'],
      ['POST', '/api/v1/keys'],
      ['POST', '/api/v1/me/password'],
    ] as const) {
      const answer = await server.inject({ method, url, headers: { cookie: admin.cookie } })
      expect(answer.json()).toMatchObject({ status: 403, code: 'csrf-refused' })
    }
    const create = await server.inject({ method: 'POST', url: lead, headers: { cookie: admin.cookie }, payload: newLead })
    expect(create.json()).toMatchObject({ status: 403, code: 'csrf-refused' })
    const session = await server.inject({
      method: 'POST',
      url: '/api/v1/session',
      payload: { login: 'admin', password: 'correct-horse' },
    })
    expect(session.json()).toMatchObject({ code: 'csrf-refused' })
    expect(
      (await server.inject({ method: 'DELETE', url: '/api/v1/session', headers: { cookie: admin.cookie } })).statusCode,
    ).toBe(403)
  })

  it('is refused from another site even with the header, and other sites get no leave to read', async () => {
    const answer = await admin.call('POST', '/api/v1/objects/lead/records', newLead, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    })
    expect(answer.json()).toMatchObject({ code: 'csrf-refused' })
    const asked = await server.inject({
      method: 'OPTIONS',
      url: '/api/v1/objects/lead/records',
      headers: {
        origin: 'https://evil.example',
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'x-jieli-request',
      },
    })
    expect(asked.headers['access-control-allow-origin']).toBeUndefined()
    expect(asked.statusCode).toBe(404)
  })
})

describe('a key', () => {
  const make = async (body: Record<string, unknown>): Promise<{ id: string; bearer: Record<string, string> }> => {
    const answer = await admin.call('POST', '/api/v1/keys', { label: '接口', ...body })
    expect(answer.statusCode).toBe(201)
    const { id, key } = answer.json() as { id: string; key: string }
    return { id, bearer: { authorization: `Bearer ${key}` } }
  }

  it('needs no cookie and no header of ours, and says how much is left', async () => {
    const { bearer } = await make({})
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/objects/lead/records',
      headers: bearer,
      payload: newLead,
    })
    expect(answer.statusCode).toBe(201)
    expect(Number(answer.headers['ratelimit-limit'])).toBeGreaterThan(0)
    expect(Number(answer.headers['ratelimit-remaining'])).toBe(Number(answer.headers['ratelimit-limit']) - 1)
    expect(answer.headers['ratelimit-reset']).toBeDefined()
  })

  it('for reading reads and asks, and changes nothing', async () => {
    const { bearer } = await make({ readOnly: true })
    const call = (method: 'GET' | 'POST' | 'PATCH' | 'DELETE', url: string, payload?: object) =>
      server.inject({ method, url, headers: bearer, ...(payload ? { payload } : {}) })
    expect((await call('GET', '/api/v1/me')).statusCode).toBe(200)
    expect((await call('POST', '/api/v1/objects/lead/query', { limit: 1 })).statusCode).toBe(200)
    expect((await call('POST', '/api/v1/objects/lead/records', newLead)).json()).toMatchObject({ code: 'forbidden' })
    expect((await call('POST', '/api/v1/keys', { label: 'more' })).statusCode).toBe(403)
    expect((await call('GET', '/api/v1/users')).statusCode).toBe(403)
    const meta = (await call('GET', '/api/v1/meta')).json() as { objects: { can: object; fields: { right: string }[] }[] }
    expect(
      meta.objects.every(
        (object) => JSON.stringify(object.can) === JSON.stringify({ create: false, update: false, delete: false }),
      ),
    ).toBe(true)
    expect(meta.objects.flatMap((object) => object.fields).some((field) => field.right === 'write')).toBe(false)
  })

  it('for some objects reaches those and nothing else', async () => {
    const { bearer } = await make({
      scopes: [
        { object: 'lead', access: 'read' },
        { object: 'task', access: 'write' },
      ],
    })
    const call = async (method: 'GET' | 'POST', url: string, payload?: object) => {
      const answer = await server.inject({ method, url: `/api/v1${url}`, headers: bearer, ...(payload ? { payload } : {}) })
      return [answer.statusCode, (answer.json() as { code?: string }).code]
    }
    expect(await call('POST', '/objects/lead/query', { limit: 1 })).toEqual([200, undefined])
    expect(await call('POST', '/objects/lead/records', newLead)).toEqual([403, 'forbidden'])
    expect(await call('POST', '/objects/task/query', { limit: 1 })).toEqual([200, undefined])
    expect(await call('POST', '/objects/order/query', { limit: 1 })).toEqual([404, 'unknown-object'])
    for (const url of ['/notices', '/today', '/users', '/config/role', '/keys', '/me', '/webhooks'])
      expect([url, (await call('GET', url))[0]]).toEqual([url, 403])
    const meta = await server.inject({ method: 'GET', url: '/api/v1/meta', headers: bearer })
    expect((meta.json() as { objects: { name: string }[] }).objects.map(({ name }) => name).toSorted()).toEqual([
      'lead',
      'task',
    ])
  })

  it('makes no keys and changes no password of its own', async () => {
    const { bearer } = await make({})
    expect(
      (await server.inject({ method: 'POST', url: '/api/v1/keys', headers: bearer, payload: { label: 'more' } })).statusCode,
    ).toBe(403)
    expect(
      (
        await server.inject({
          method: 'POST',
          url: '/api/v1/me/password',
          headers: bearer,
          payload: { old: 'correct-horse', new: 'another horse' },
        })
      ).statusCode,
    ).toBe(403)
  })

  it('is worth nothing once revoked, and is listed without its secret', async () => {
    const { id, bearer } = await make({ label: '旧接口' })
    expect((await server.inject({ method: 'GET', url: '/api/v1/me', headers: bearer })).statusCode).toBe(200)
    const list = await admin.call('GET', '/api/v1/keys')
    expect(list.body).toContain('旧接口')
    expect(list.body).not.toContain(bearer['authorization']?.slice(7))
    expect((await admin.call('DELETE', `/api/v1/keys/${id}`)).statusCode).toBe(204)
    expect((await server.inject({ method: 'GET', url: '/api/v1/me', headers: bearer })).json()).toMatchObject({
      code: 'not-signed-in',
    })
    expect((await admin.call('DELETE', `/api/v1/keys/${id}`)).statusCode).toBe(404)
  })

  it('is refused when it is none, whatever is in the header, and never falls back to a cookie', async () => {
    for (const authorization of [
      'Bearer jk_nothing',
      'Bearer ',
      'Basic YWRtaW46YQ==',
      `Bearer ${'x'.repeat(5_000)}`,
      "Bearer ' OR 1=1 --",
      'Bearer \u00e9\u00e9',
    ]) {
      const answer = await server.inject({ method: 'GET', url: '/api/v1/me', headers: { authorization, cookie: admin.cookie } })
      expect(answer.json()).toMatchObject({ status: 401, code: 'not-signed-in' })
    }
  })
})

describe('somebody who has left', () => {
  it('is out even when the word of it comes from another process', async () => {
    const desk = new ApiClient(server)
    await desk.signIn('desk')
    expect((await desk.call('GET', '/api/v1/me')).statusCode).toBe(200)
    const { db, commits, config } = company.workspace
    await db.query('DELETE FROM w.auth_session WHERE "userId" = $1', [company.ids.users['desk']])
    commits.publish({ objects: [], noticed: [], metaVersion: config.current.version }, true)
    expect((await desk.call('GET', '/api/v1/me')).statusCode).toBe(401)
  })

  it('is believed no longer than a moment when no word comes', async () => {
    const desk = new ApiClient(server)
    await desk.signIn('desk')
    expect((await desk.call('GET', '/api/v1/me')).statusCode).toBe(200)
    await company.workspace.db.query('DELETE FROM w.auth_session WHERE "userId" = $1', [company.ids.users['desk']])
    company.clock.set(addMinutes(TEST_NOW, 1))
    expect((await desk.call('GET', '/api/v1/me')).statusCode).toBe(401)
  })
})

describe('an answer', () => {
  it('carries the headers that keep a browser safe', async () => {
    const { headers } = await admin.call('GET', '/api/v1/me')
    expect(headers['content-security-policy']).toContain("default-src 'self'")
    expect(headers['content-security-policy']).toContain("object-src 'none'")
    expect(headers['content-security-policy']).not.toContain("script-src 'unsafe-inline'")
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': expect.any(String),
      'x-frame-options': expect.any(String),
    })
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('about a failure of ours tells an id and nothing of the inside', async () => {
    const info = must(company.workspace.config.current.objects.get('order'))
    await company.workspace.db.query(`ALTER TABLE w.${info.table} RENAME TO broken`)
    try {
      const answer = await admin.call('POST', '/api/v1/objects/order/query', {})
      expect(answer.statusCode).toBe(500)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      const problem = answer.json() as { code: string; details: { id: string } }
      expect(problem.code).toBe('internal')
      expect(problem.details.id).toMatch(/^[0-9a-f-]{36}$/)
      expect(answer.body).not.toMatch(/select|from|relation|w_test|o_\d|postgres|stack|\.ts|node_modules/i)
    } finally {
      await company.workspace.db.query(`ALTER TABLE w.broken RENAME TO ${info.table}`)
    }
    expect((await admin.call('POST', '/api/v1/objects/order/query', {})).statusCode).toBe(200)
  })

  it('to a path that is not there is a problem too', async () => {
    for (const url of [
      '/api/v1/nothing',
      '/api/v2/me',
      '/api/v1/../../etc/passwd',
      '/api/v1/%00',
      '/api/v1/objects/lead/records/%E0%A4%A',
    ]) {
      const answer = await admin.call('GET', url)
      expect([400, 404]).toContain(answer.statusCode)
      expect(answer.headers['content-type']).toContain('application/problem+json')
      expect(answer.json()).toMatchObject({
        code: expect.stringMatching(/^(not-found|bad-request)$/),
        title: expect.any(String),
      })
    }
  })
})

describe('input that is too much or not what it says', () => {
  it('of ten megabytes is refused with the limit', async () => {
    const answer = await admin.call('POST', '/api/v1/objects/lead/records', { values: { name: '王'.repeat(3_500_000) } })
    expect(answer.json()).toMatchObject({ status: 413, code: 'too-large', title: '内容太大，上限是 1 MB' })
  })

  it('that is not JSON, or JSON of another shape, gets a stable code and the reason at its place', async () => {
    for (const payload of ['{"values": {', 'null', '[]', '"text"', '{"__proto__": {"admin": true}}', '']) {
      const answer = await server.inject({
        method: 'POST',
        url: '/api/v1/objects/lead/records',
        headers: { cookie: admin.cookie, 'x-jieli-request': '1', 'content-type': 'application/json' },
        payload,
      })
      expect(answer.json()).toMatchObject({ status: 400, code: 'bad-request' })
    }
    const shaped = await admin.call('POST', '/api/v1/objects/lead/records', { values: 7 })
    expect(shaped.json()).toMatchObject({ code: 'bad-request', issues: [{ path: 'values' }] })
    const xml = await server.inject({
      method: 'POST',
      url: '/api/v1/objects/lead/records',
      headers: { cookie: admin.cookie, 'x-jieli-request': '1', 'content-type': 'application/xml' },
      payload: '<a/>',
    })
    expect(xml.json()).toMatchObject({ status: 415, code: 'unsupported-type' })
  })

  it('nested a hundred thousand deep does not take the process down', async () => {
    const depth = 100_000
    const answer = await server.inject({
      method: 'POST',
      url: '/api/v1/objects/lead/query',
      headers: { cookie: admin.cookie, 'x-jieli-request': '1', 'content-type': 'application/json' },
      payload: `{"where":${'['.repeat(depth)}${']'.repeat(depth)}}`,
    })
    expect(answer.statusCode).toBe(400)
    expect((await admin.call('GET', '/api/v1/me')).statusCode).toBe(200)
  })

  it('in headers changes nothing but the words of the answer', async () => {
    const hostile = {
      'accept-language': 'en\u0001, <script>',
      'x-forwarded-for': "'; DROP TABLE lead; --",
      'x-forwarded-host': 'evil.example',
      'user-agent': 'x'.repeat(9_000),
      'x-http-method-override': 'DELETE',
    }
    const answer = await server.inject({
      method: 'GET',
      url: '/api/v1/me',
      headers: { ...hostile, 'accept-language': 'en-GB,en;q=0.9' },
    })
    expect(answer.json()).toMatchObject({ code: 'not-signed-in', title: 'Please sign in' })
    const signIn = await server.inject({
      method: 'POST',
      url: '/api/v1/session',
      headers: { ...hostile, 'x-jieli-request': '1' },
      payload: { login: "admin' OR '1'='1", password: 'x' },
    })
    expect(signIn.json()).toMatchObject({ status: 401, code: 'bad-credentials' })
    expect(answer.body).not.toContain('evil.example')
  })
})
