import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CrmRecord } from '@jieli/core'
import { ApiClient } from '../testing/api-client.ts'
import { openTestWorkspace, type TestWorkspace } from '../testing/open-test-workspace.ts'
import { createHttpServer } from './http-server.ts'

let company: TestWorkspace
let server: FastifyInstance
let admin: ApiClient
let lina: ApiClient

beforeAll(async () => {
  company = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(company.app)
  admin = new ApiClient(server)
  lina = new ApiClient(server)
  await Promise.all([admin.signIn('admin'), lina.signIn('lina')])
})
afterAll(async () => {
  await server.close()
  await company.close()
})

interface Answer {
  record: CrmRecord
  records: CrmRecord[]
  included: Record<string, Record<string, CrmRecord>>
  code?: string
}
const create = (values: object, headers: Record<string, string> = {}, client = admin) =>
  client.call('POST', '/api/v1/objects/lead/records', { values }, headers)

describe('what a client asks for', () => {
  it('is a few fields and the records they point to, each once', async () => {
    const campus = company.ids.campuses['xianlin']
    const ids: string[] = []
    for (const phone of ['13800000011', '13800000012']) {
      const answer = (await create({ name: '林女士', phone, campus })).json() as Answer
      ids.push(answer.record.id)
    }
    const page = (
      await admin.call('POST', '/api/v1/objects/lead/query', {
        select: ['name', 'campus'],
        include: ['campus'],
        where: { call: 'isOneOf', args: [{ field: 'id' }, { value: ids }] },
      })
    ).json() as Answer
    expect(page.records.map(({ values }) => Object.keys(values).toSorted())).toEqual([
      ['campus', 'name'],
      ['campus', 'name'],
    ])
    expect(Object.keys(page.included['campus'] ?? {})).toEqual([campus])
    const one = (await admin.call('GET', `/api/v1/objects/lead/records/${ids[0]}?fields=name&include=campus`)).json() as Answer
    expect(Object.keys(one.record.values).toSorted()).toEqual(['campus', 'name'])
    expect(one.included['campus']?.[campus ?? '']?.values['name']).toBe('仙林校区')
  })

  it('is refused alike for fields that are not there, may not be read, or lead nowhere', async () => {
    for (const include of ['nothing', 'name', 'constructor'])
      expect(((await lina.call('POST', '/api/v1/objects/lead/query', { include: [include] })).json() as Answer).code).toBe(
        'unknown-field',
      )
  })
})

describe('a creation that is sent again', () => {
  it('with its key makes nothing new and gets the same record', async () => {
    const values = { name: '孙先生', phone: '13800000021' }
    const first = await create(values, { 'idempotency-key': 'form-21' })
    const again = await create(values, { 'idempotency-key': 'form-21' })
    expect([first.statusCode, again.statusCode]).toEqual([201, 201])
    expect((again.json() as Answer).record.id).toBe((first.json() as Answer).record.id)
    expect([first.headers['idempotent-replayed'], again.headers['idempotent-replayed']]).toEqual([undefined, 'true'])
    const other = await create({ ...values, name: '钱先生' }, { 'idempotency-key': 'form-21' })
    expect(other.json()).toMatchObject({ code: 'idempotency-mismatch' })
    const theirs = await create({ name: '李', phone: '13800000022' }, { 'idempotency-key': 'form-21' }, lina)
    expect(theirs.statusCode).toBe(201)
  })

  it('whose first try was refused may be put right under the same key; at once and twenty times it is one', async () => {
    const values = { name: '郑女士', phone: '12' }
    const headers = { 'idempotency-key': 'form-22' }
    expect((await create(values, headers)).json()).toMatchObject({ code: 'invalid-values' })
    const answers = await Promise.all(Array.from({ length: 20 }, () => create({ ...values, phone: '13800000029' }, headers)))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(Array.from({ length: 20 }, () => 201))
    expect(new Set(answers.map((answer) => (answer.json() as Answer).record.id)).size).toBe(1)
  })

  it('with a key that is none is refused', async () => {
    const answer = await create({ name: '周', phone: '13800000023' }, { 'idempotency-key': 'x'.repeat(300) })
    expect(answer.json()).toMatchObject({ code: 'bad-request' })
  })

  it('of an object without doors is as safe', async () => {
    const call = () =>
      admin.call('POST', '/api/v1/objects/campus/records', { values: { name: '新校区' } }, { 'idempotency-key': 'campus-1' })
    const answers = await Promise.all([call(), call(), call()])
    expect(new Set(answers.map((answer) => (answer.json() as Answer).record.id)).size).toBe(1)
  })
})
