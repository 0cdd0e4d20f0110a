import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let lina: ApiClient
let zhou: ApiClient

const signedIn = async (login: string): Promise<ApiClient> => {
  const client = new ApiClient(server)
  await client.signIn(login)
  return client
}

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  lina = await signedIn('lina')
  zhou = await signedIn('zhou')
})

afterAll(async () => {
  await server.close()
  await company.close()
})

const mine = {
  object: 'lead',
  label: { 'zh-CN': '我的抖音线索' },
  columns: ['name', 'stage'],
  where: { call: 'equals', args: [{ field: 'source' }, { value: 'douyin' }] },
  sort: [{ field: 'createdAt', direction: 'desc' }],
}
const viewsOf = async (client: ApiClient): Promise<{ id: string; label: { 'zh-CN': string }; ownerId: string | null }[]> =>
  (
    (await client.call('GET', '/api/v1/meta')).json() as {
      views: { id: string; label: { 'zh-CN': string }; ownerId: string | null }[]
    }
  ).views

describe("views of one's own", () => {
  it('need no right to configure, are seen by nobody else, and go when their owner says so', async () => {
    const made = await lina.call('POST', '/api/v1/views', mine)
    expect(made.statusCode).toBe(201)
    const { view } = made.json() as { view: { id: string; ownerId: string } }
    expect(view).toMatchObject({ ...mine, ownerId: company.ids.users['lina'] })
    expect((await viewsOf(lina)).map(({ id }) => id)).toContain(view.id)
    expect((await viewsOf(zhou)).map(({ id }) => id)).not.toContain(view.id)
    const renamed = await lina.call('PUT', `/api/v1/views/${view.id}`, { ...mine, label: { 'zh-CN': '抖音' } })
    expect(renamed.json()).toMatchObject({ view: { id: view.id, label: { 'zh-CN': '抖音' } } })
    expect((await lina.call('DELETE', `/api/v1/views/${view.id}`)).statusCode).toBe(204)
    expect((await viewsOf(lina)).map(({ id }) => id)).not.toContain(view.id)
  })

  it('of somebody else, and those for everybody, are as good as absent', async () => {
    const { view } = (await lina.call('POST', '/api/v1/views', mine)).json() as { view: { id: string } }
    const shared = (await viewsOf(lina)).find(({ ownerId }) => ownerId === null)
    for (const id of [view.id, ...(shared ? [shared.id] : []), 'no-such-view']) {
      expect((await zhou.call('PUT', `/api/v1/views/${id}`, mine)).statusCode).toBe(404)
      expect((await zhou.call('DELETE', `/api/v1/views/${id}`)).statusCode).toBe(404)
    }
    expect((await viewsOf(lina)).map(({ id }) => id)).toContain(view.id)
  })

  it('cannot be made for others, of objects one does not know, or with a condition as deep as the sea', async () => {
    const forced = await lina.call('POST', '/api/v1/views', { ...mine, id: 'lead-all', ownerId: null })
    expect(forced.json()).not.toMatchObject({ view: { id: 'lead-all' } })
    expect((await lina.call('POST', '/api/v1/views', { ...mine, object: 'noSuchObject' })).statusCode).toBe(404)
    const deep = Array.from({ length: 500 }).reduce((inner: unknown) => ({ call: 'not', args: [inner] }), {
      value: true,
    } as unknown)
    expect((await lina.call('POST', '/api/v1/views', { ...mine, where: deep })).statusCode).toBeGreaterThanOrEqual(400)
  })
})
