import { must } from '@jieli/core'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findAudit } from '../features/audit/find-audit.ts'
import { ApiClient } from '../testing/api-client.ts'
import { buildLead } from '../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let lead: string
const people = new Map<string, ApiClient>()

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  for (const login of ['admin', 'lina', 'xlboss', 'desk']) {
    const client = new ApiClient(server)
    await client.signIn(login)
    people.set(login, client)
  }
  lead = await buildLead(company, { login: 'lina', values: { name: '透视客户', phone: '13877770001' } })
})
afterAll(async () => {
  await server.close()
  await company.close()
})

const as = (login: string): ApiClient => must(people.get(login), login)
const idOf = (login: string): string => must(company.ids.users[login], login)
const explain = (login: string, more: Record<string, string> = {}, asker = 'admin') =>
  as(asker).call(
    'GET',
    `/api/v1/rights/explain?${new URLSearchParams({ user: idOf(login), object: 'lead', record: lead, ...more })}`,
  )

describe('the X-ray of rights', () => {
  it('says why a person sees a record and a field: role, rows, right', async () => {
    expect((await explain('lina', { field: 'phone' })).json()).toMatchObject({
      record: { title: '透视客户' },
      roles: [{ id: 'consultant', read: { scope: 'own', opens: true }, right: 'read' }],
      shares: [],
      verdict: { row: true, right: 'read', mayEdit: false },
    })
    expect((await explain('desk', { field: 'phone' })).json()).toMatchObject({ verdict: { row: true, right: 'mask' } })
  })

  it('says why not, and how a share changes it', async () => {
    expect((await explain('gaoyuan', { field: 'note' })).json()).toMatchObject({
      roles: [{ read: { scope: 'own', opens: false }, right: 'write' }],
      verdict: { row: false, right: 'none', mayEdit: false },
    })
    await as('lina').call('POST', `/api/v1/objects/lead/records/${lead}/shares`, {
      to: { user: idOf('gaoyuan') },
      mayEdit: true,
    })
    expect((await explain('gaoyuan', { field: 'note' })).json()).toMatchObject({
      shares: [{ name: '高远', mayEdit: true }],
      verdict: { row: true, right: 'read', mayEdit: true },
    })
  })

  it('is for those who manage people, and of what they may see themselves', async () => {
    expect((await explain('lina', {}, 'xlboss')).statusCode).toBe(403)
    expect((await explain('lina', { record: idOf('lina') })).json()).toMatchObject({ code: 'not-found' })
    expect((await explain('lina', { field: 'nothing' })).json()).toMatchObject({ code: 'unknown-field' })
  })
})

describe('one’s own rights', () => {
  it('are told without looking at any record, and alike for what is hidden and what is not there', async () => {
    const own = (object: string, login = 'desk') => as(login).call('GET', `/api/v1/rights/own?object=${object}`)
    expect((await own('lead', 'lina')).json()).toMatchObject({
      roles: [{ id: 'consultant' }],
      read: ['own', 'shared'],
      admins: [{ name: '孟扬' }],
    })
    expect((await own('order')).body).toBe((await own('nothingatall')).body)
  })
})

describe('looking at the product as somebody else', () => {
  it('shows their rows and menus, changes nothing, and is written down', async () => {
    const admin = new ApiClient(server)
    await admin.signIn('admin')
    expect((await admin.call('POST', '/api/v1/view-as', { userId: idOf('lina') })).statusCode).toBe(204)
    expect((await admin.call('GET', '/api/v1/me')).json()).toMatchObject({
      user: { login: 'lina' },
      abilities: [],
      viewedBy: { name: '孟扬' },
    })
    await buildLead(company, { login: 'wangshan' })
    const list = (await admin.call('POST', '/api/v1/objects/lead/query', { count: 'exact' })).json() as {
      count: { value: number }
    }
    expect(list.count.value).toBe(1)
    const refused = await admin.call('PATCH', `/api/v1/objects/lead/records/${lead}`, { values: { note: '偷改' } })
    expect(refused.json()).toMatchObject({ status: 403, code: 'view-as-read-only' })
    expect((await admin.call('POST', `/api/v1/objects/lead/records/${lead}/reveal`, { field: 'phone' })).statusCode).toBe(403)
    expect((await admin.call('DELETE', '/api/v1/view-as')).statusCode).toBe(204)
    expect((await admin.call('GET', '/api/v1/me')).json()).toMatchObject({ user: { login: 'admin' } })
    const { entries } = (await admin.call('GET', '/api/v1/audit?kind=view-as.started')).json() as { entries: unknown[] }
    expect(entries).toMatchObject([{ actor: { name: '孟扬' }, data: { by: idOf('admin') } }])
  })

  it('is for administrators only, whatever cookie somebody makes up', async () => {
    expect((await as('xlboss').call('POST', '/api/v1/view-as', { userId: idOf('lina') })).statusCode).toBe(403)
    const cookie = `${as('lina').cookie}; jieli_view_as=${idOf('admin')}`
    const me = await server.inject({ method: 'GET', url: '/api/v1/me', headers: { cookie } })
    expect(me.json()).toMatchObject({ user: { login: 'lina' } })
    expect(me.json()).not.toHaveProperty('viewedBy')
  })
})

describe('whoever tries one whole number after the other', () => {
  it('is told how long to wait and what to do, and stands in the log', async () => {
    const ask = (from: number) =>
      as('xlboss').call(
        'POST',
        '/api/v1/objects/lead/query',
        {
          where: {
            call: 'isOneOf',
            args: [
              { field: 'phone' },
              { value: Array.from({ length: 20 }, (_, index) => `+8613877${100_000 + from + index}`) },
            ],
          },
        },
        { 'accept-language': 'en' },
      )
    for (let from = 0; from < 200; from += 20) expect((await ask(from)).statusCode).toBe(200)
    const refused = await ask(200)
    expect(refused.statusCode).toBe(429)
    expect(refused.headers['retry-after']).toBe('3600')
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(refused.json()).toMatchObject({
      code: 'too-many-requests',
      detail: expect.stringMatching(/^At most 200 .* ask somebody who may export$/) as unknown,
    })
    expect((await ask(0)).statusCode).toBe(200)
    const log = await as('admin').call('GET', '/api/v1/audit?kind=guesses.refused')
    expect(log.json()).toMatchObject({ entries: [{ actor: { id: idOf('xlboss') }, data: { count: 200 } }] })
  })
})

describe('the log of who did what', () => {
  it('is for those who may read it, newest first, by page and filter, without what the reader may not see', async () => {
    expect((await as('lina').call('GET', '/api/v1/audit')).statusCode).toBe(403)
    await as('lina').call('PATCH', `/api/v1/objects/lead/records/${lead}`, { values: { note: '日志里的话' } })
    await as('lina').call('POST', `/api/v1/objects/lead/records/${lead}/reveal`, { field: 'phone' })
    const ask = async (query: string) =>
      ((await as('admin').call('GET', `/api/v1/audit?${query}`)).json() as { entries: Record<string, unknown>[] }).entries
    expect((await ask(`actor=${idOf('lina')}`)).slice(0, 2)).toMatchObject([
      { kind: 'sensitive.read', title: '透视客户', data: { field: 'phone' } },
      { kind: 'record.updated', object: { name: 'lead', label: '线索' }, changes: [{ field: 'note', after: '日志里的话' }] },
    ])
    expect((await ask('kind=record.updated')).every(({ kind }) => kind === 'record.updated')).toBe(true)
    expect(await ask('to=2020-01-01T00:00:00Z')).toEqual([])
  })

  it('is told in the reader’s language', async () => {
    await as('lina').call('PATCH', `/api/v1/objects/lead/records/${lead}`, { values: { note: 'in English' } })
    const { entries } = await findAudit(company.contextOf('admin'), { actor: idOf('lina'), locale: 'en' })
    expect(entries[0]).toMatchObject({ object: { label: 'Lead' }, changes: [{ label: 'In their words' }] })
  })
})
