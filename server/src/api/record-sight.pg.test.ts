import { must, type Role } from '@jieli/core'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { changeConfig } from '../features/config/change-config.ts'
import { ApiClient } from '../testing/api-client.ts'
import { buildLead, readStored } from '../testing/build-lead.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let lina: ApiClient

/** Sees and changes what is being tried out, and nothing else. */
const trialOnly: Role = {
  id: 'consultant',
  label: { 'zh-CN': '顾问' },
  abilities: [],
  objects: {
    lead: {
      create: true,
      read: { where: { call: 'equals', args: [{ field: 'stage' }, { value: 'trial-booked' }] } },
      update: 'own',
      delete: 'none',
      fields: {},
      otherFields: 'write',
    },
  },
}

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  lina = new ApiClient(server)
  await lina.signIn('lina')
})
afterAll(async () => {
  await server.close()
  await company.close()
})

describe('a value on the timeline', () => {
  it('is put back by whoever may write it, as a change like any other', async () => {
    const boss = new ApiClient(server)
    await boss.signIn('xlboss')
    const id = await buildLead(company)
    const url = `/api/v1/objects/lead/records/${id}`
    await boss.call('PATCH', url, { values: { note: '第一版' } })
    await boss.call('PATCH', url, { values: { note: '第二版' } })
    const timeline = (await boss.call('GET', `${url}/timeline`)).json() as { entries: { id: string }[] }
    const event = must(timeline.entries[0]).id
    const back = await boss.call('POST', `${url}/timeline/${event}/restore`, { field: 'note' })
    expect(back.json()).toMatchObject({ record: { values: { note: '第一版' } } })
    expect((await boss.call('POST', `${url}/timeline/${event}/restore`, { field: 'budget' })).statusCode).toBe(404)
    const desk = new ApiClient(server)
    await desk.signIn('desk')
    expect((await desk.call('POST', `${url}/timeline/${event}/restore`, { field: 'note' })).statusCode).toBeGreaterThanOrEqual(
      400,
    )
    expect((await readStored(company, 'lead', id)).values['note']).toBe('第一版')
  })
})

describe('a change that takes the record out of one’s own sight', () => {
  it('is confirmed, and tells no value any more', async () => {
    const id = await buildLead(company)
    await changeConfig(company.system(), [{ kind: 'role', id: 'consultant', item: trialOnly }])
    const url = `/api/v1/objects/lead/records/${id}`
    const seen = await lina.call('PATCH', url, { values: { stage: 'trial-booked' } })
    expect(seen.json()).toMatchObject({ record: { values: { stage: 'trial-booked' } } })
    const moved = await lina.call('PATCH', url, { values: { stage: 'lost', note: '走了' } })
    expect(moved.statusCode).toBe(200)
    const stored = await readStored(company, 'lead', id)
    expect(stored.values).toMatchObject({ stage: 'lost', note: '走了' })
    expect(moved.json()).toEqual({ record: { id, rev: stored.rev, values: {} }, refs: {}, outOfSight: true })
    expect((await lina.call('GET', url)).statusCode).toBe(404)
  })
})

describe('a page that listens', () => {
  it('hears of the objects its reader knows, and of no other', async () => {
    const address = await server.listen({ port: 0, host: '127.0.0.1' })
    const stop = new AbortController()
    const answer = await fetch(`${address}/api/v1/live`, { headers: { cookie: lina.cookie }, signal: stop.signal })
    const reader = must(answer.body).pipeThrough(new TextDecoderStream()).getReader()
    let heard = ''
    const hear = async (until: string): Promise<void> => {
      while (!heard.includes(until)) heard += (await reader.read()).value ?? ''
    }
    await hear('ready')
    company.workspace.commits.publish({ objects: ['order', 'lead'], noticed: [] })
    await hear('changed')
    expect(heard).toContain('{"objects":["lead"]}')
    stop.abort()
  })
})
