import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { configKinds, must } from '@jieli/core'
import { createHttpServer } from '../api/http-server.ts'
import { captureAll } from '../features/capture/intake.ts'
import { changeOne } from '../features/records/apply-change.ts'
import { logFollowUps } from '../features/follow-ups/log-follow-ups.ts'
import { newId } from '../runtime/new-id.ts'
import { ApiClient } from './api-client.ts'
import { buildLead } from './build-lead.ts'
import { generateAsks, type Plant } from './leak-asks.ts'
import { routesOf } from './leak-routes.ts'
import { openTestWorkspace, type TestWorkspace } from './open-test-workspace.ts'

/** A secret as it would look in an answer, and who may meet it. */
interface Canary {
  text: string
  readers: readonly string[]
  /** It comes covered also to its readers: whole only where that is written down. */
  isCovered?: true
}

/** Where a person gets a number whole, and the log says so. */
const uncovering = new Set(['POST /api/v1/objects/:object/records/:id/reveal', 'POST /api/v1/objects/:object/export'])

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
interface Ask {
  url: string
  body?: unknown
}

let test: TestWorkspace
let server: FastifyInstance
let canaries: Canary[]
let leads: { binhu: string; xianlin: string; mine: string; gone: string }

const logins = ['lina', 'wangshan', 'desk', 'xlboss', 'zhou'] as const

beforeAll(async () => {
  test = await openTestWorkspace({ accounts: true })
  server = await createHttpServer(test.app)
  await server.ready()
  await plantCanaries()
}, 120_000)

afterAll(async () => {
  await server.close()
  await test.close()
})

const plantCanaries = async (): Promise<void> => {
  const { users, campuses } = test.ids
  leads = {
    binhu: await buildLead(test, {
      login: 'gaoyuan',
      values: {
        name: '金丝雀滨湖客户',
        phone: '13977770001',
        wechat: 'canary_wx_binhu',
        note: '金丝雀滨湖备注',
        studentName: '金丝雀滨湖学员',
        campus: campuses['binhu'],
      },
    }),
    xianlin: await buildLead(test, {
      login: 'wangshan',
      values: { name: '金丝雀仙林客户', phone: '13977770002', wechat: 'canary_wx_xianlin', note: '金丝雀仙林备注' },
    }),
    mine: await buildLead(test, { login: 'lina', values: { name: '李娜的客户', phone: '13977770003' } }),
    gone: await buildLead(test, {
      login: 'hejiawen',
      values: { name: '金丝雀已删客户', phone: '13977770004', note: '金丝雀已删备注' },
    }),
  }
  const set = (id: string, values: Record<string, unknown>) =>
    changeOne(test.system(), 'lead', { action: 'update', id, values })
  await set(leads.xianlin, { budget: 7_700_133 })
  await set(leads.mine, { assignmentQueue: '金丝雀队列' })
  await changeOne(test.system(), 'lead', { action: 'delete', id: leads.gone })
  await changeOne(test.system(), 'user', { action: 'update', id: must(users['gaoyuan']), values: { phone: '13977770009' } })
  await logFollowUps(test.contextOf('wangshan'), [
    {
      key: newId(test.clock.now()),
      leadId: leads.xianlin,
      outcomeId: 'needs-trial',
      note: '金丝雀跟进话',
      nextAction: '回访',
      nextAt: '2026-11-18T02:00:00.000Z',
      attachmentIds: [],
      learned: {},
    },
  ])
  await captureAll(test.system(), [
    {
      sourceId: 'website',
      eventId: 'canary-refused',
      receivedAt: test.clock.now(),
      actor: { kind: 'form', id: 'website' },
      payload: { phone: '金丝雀拒收' },
    },
  ])
  await test.workspace.secrets.set('source:website', 'secret', 'canary-sealed-secret', test.clock.now())
  canaries = [
    { text: '金丝雀滨湖', readers: ['zhou'] },
    { text: '13977770001', readers: ['zhou'], isCovered: true },
    { text: 'canary_wx_binhu', readers: ['zhou'], isCovered: true },
    { text: '金丝雀仙林客户', readers: ['wangshan', 'desk', 'xlboss', 'zhou'] },
    { text: '金丝雀仙林备注', readers: ['wangshan', 'desk', 'xlboss', 'zhou'] },
    { text: '13977770002', readers: ['wangshan', 'xlboss', 'zhou'], isCovered: true },
    { text: 'canary_wx_xianlin', readers: ['wangshan', 'xlboss', 'zhou'], isCovered: true },
    { text: '7700133', readers: ['wangshan', 'xlboss', 'zhou'] },
    { text: '金丝雀跟进话', readers: ['wangshan', 'xlboss', 'zhou'] },
    { text: '金丝雀队列', readers: ['xlboss', 'zhou'] },
    { text: '金丝雀已删', readers: [] },
    { text: '13977770004', readers: [], isCovered: true },
    { text: '13977770009', readers: ['xlboss', 'zhou'], isCovered: true },
    { text: '金丝雀拒收', readers: ['xlboss', 'zhou'] },
    { text: 'canary-sealed-secret', readers: [] },
  ]
}

const each = (object: string, make: (id: string) => Ask): Ask[] => (object === 'lead' ? Object.values(leads).map(make) : [])
const ofLead = (path: string, body?: unknown): Ask[] =>
  each('lead', (id) => ({ url: `/api/v1/objects/lead/records/${id}${path}`, ...(body === undefined ? {} : { body }) }))
const objects = ['lead', 'contact', 'followUp', 'task', 'order', 'campus', 'user', 'department', 'leave']
const allFields = (object: string): string[] => [...must(test.workspace.config.current.objects.get(object)).fields.keys()]
const id = '01930000-0000-7000-8000-00000000000f'

/** Sharper questions than those made from the description, where a route can be asked something that might tell more. */
const asks: Record<string, () => Ask[]> = {
  'POST /api/v1/objects/:object/query': () =>
    objects.flatMap((object) => [
      { url: `/api/v1/objects/${object}/query`, body: { count: 'exact' } },
      { url: `/api/v1/objects/${object}/query`, body: { deleted: true } },
      ...['金丝雀', '13977770001', '7777', 'canary'].map((search) => ({
        url: `/api/v1/objects/${object}/query`,
        body: { search, count: 'exact' },
      })),
      ...allFields(object).flatMap((field) => [
        { url: `/api/v1/objects/${object}/query`, body: { select: [field], sort: [{ field }] } },
        { url: `/api/v1/objects/${object}/query`, body: { where: { call: 'isNotEmpty', args: [{ field }] } } },
      ]),
      ...['lead.name', 'lead.phone', 'lead.note', 'owner.phone', 'contact.phone'].map((path) => ({
        url: `/api/v1/objects/${object}/query`,
        body: { select: [path] },
      })),
    ]),
  'POST /api/v1/objects/:object/group': () =>
    objects.flatMap((object) =>
      allFields(object).flatMap((field) => [
        {
          url: `/api/v1/objects/${object}/group`,
          body: { groupBy: [{ as: 'a', of: { field } }], measures: [{ as: 'n', fn: 'count' }] },
        },
        { url: `/api/v1/objects/${object}/group`, body: { groupBy: [], measures: [{ as: 'n', fn: 'max', of: { field } }] } },
      ]),
    ),
  'GET /api/v1/objects/:object/records/:id': () => [
    ...ofLead(''),
    { url: `/api/v1/objects/user/records/${test.ids.users['gaoyuan']}` },
  ],
  'POST /api/v1/objects/:object/records': () => [
    { url: '/api/v1/objects/lead/records', body: { values: { name: '新客户', phone: '13977770001' } } },
    { url: '/api/v1/objects/lead/records', body: { values: { name: 1, budget: 'x', nothing: 1 } } },
  ],
  'PATCH /api/v1/objects/:object/records/:id': () => [
    ...ofLead('', { rev: 1, values: { note: '改' } }),
    ...ofLead('', { values: { phone: '13977770001' } }),
    ...ofLead('', { values: { owner: id, rev: 9, department: '/', assignedAt: null } }),
  ],
  'DELETE /api/v1/objects/:object/records/:id': () => [
    { url: `/api/v1/objects/lead/records/${leads.binhu}` },
    { url: `/api/v1/objects/lead/records/${leads.gone}` },
  ],
  'POST /api/v1/objects/:object/records/:id/restore': () => ofLead('/restore', {}),
  'POST /api/v1/objects/:object/batch': () => [
    {
      url: '/api/v1/objects/lead/batch',
      body: {
        operations: Object.values(leads).map((lead) => ({ action: 'update', id: lead, rev: 99, values: { note: '批' } })),
      },
    },
  ],
  'GET /api/v1/objects/:object/records/:id/timeline': () => [
    ...ofLead('/timeline'),
    ...Object.values(test.ids.users).map((user) => ({ url: `/api/v1/objects/user/records/${user}/timeline` })),
  ],
  'GET /api/v1/objects/:object/records/:id/explain/assignment': () => ofLead('/explain/assignment'),
  'GET /api/v1/objects/:object/records/:id/explain/sla': () => ofLead('/explain/sla'),
  'POST /api/v1/objects/:object/records/:id/reveal': () => [
    ...['phone', 'wechat', 'note', 'budget', 'nothing'].flatMap((field) => ofLead('/reveal', { field })),
    { url: `/api/v1/objects/user/records/${test.ids.users['gaoyuan']}/reveal`, body: { field: 'phone' } },
  ],
  'POST /api/v1/objects/:object/export': () =>
    objects.flatMap((object) => [
      { url: `/api/v1/objects/${object}/export`, body: {} },
      { url: `/api/v1/objects/${object}/export`, body: { deleted: true } },
    ]),
  'GET /api/v1/objects/:object/import-template.csv': () =>
    objects.map((object) => ({ url: `/api/v1/objects/${object}/import-template.csv` })),
  'POST /api/v1/objects/:object/taken': () =>
    objects.map((object) => ({
      url: `/api/v1/objects/${object}/taken`,
      body: { values: { phone: '13977770001', name: 'x', card: '1' } },
    })),
  'POST /api/v1/leads/check-duplicate': () =>
    ['13977770001', '13977770002', '13977770004', '139777700'].map((phone) => ({
      url: '/api/v1/leads/check-duplicate',
      body: { values: { phone } },
    })),
  'POST /api/v1/leads/assign': () =>
    Object.values(leads).map((lead) => ({ url: '/api/v1/leads/assign', body: { leadIds: [lead], ownerId: id } })),
  'POST /api/v1/leads/nudge': () =>
    Object.values(leads).map((lead) => ({ url: '/api/v1/leads/nudge', body: { leadIds: [lead] } })),
  'POST /api/v1/follow-ups': () =>
    Object.values(leads).map((lead) => ({
      url: '/api/v1/follow-ups',
      body: { key: newId(test.clock.now()), leadId: lead, outcomeId: 'no-such-outcome' },
    })),
  'GET /api/v1/boards/campus': () =>
    ['today', 'week', 'month'].flatMap((range) => [
      { url: `/api/v1/boards/campus?range=${range}` },
      ...Object.values(test.ids.campuses).map((campus) => ({ url: `/api/v1/boards/campus?range=${range}&campus=${campus}` })),
    ]),
  'GET /api/v1/captures': () => [{ url: '/api/v1/captures' }, { url: '/api/v1/captures?status=refused' }],
  'GET /api/v1/assignment-rules/fairness': () => [{ url: '/api/v1/assignment-rules/fairness?days=7' }],
  'POST /api/v1/assignment-rules/trial': () => [
    { url: '/api/v1/assignment-rules/trial', body: { rules: test.workspace.config.current.items('assignment-rule'), days: 7 } },
  ],
}

/** Not to be asked here, and why. */
const apart: Record<string, string> = {
  'GET /api/v1/live': 'a stream without end: names of objects the reader knows, notices to their receiver',
  'DELETE /api/v1/session': 'would sign the sweeper out',
}

/** Asked with nothing in the body only: a guess of a password is counted, and too many lock the next sweeper out. */
const guarded = new Set(['POST /api/v1/session', 'POST /api/v1/me/password'])

const plant = (): Plant => ({
  objects,
  ids: [...Object.values(leads), must(test.ids.users['gaoyuan']), id],
  words: {
    kind: Object.keys(configKinds),
    field: ['phone', 'nothing'],
    form: ['xianlin'],
    source: ['website'],
  },
})

const asksOf = (route: string, generated: ReadonlyMap<string, Ask[]>): Ask[] =>
  guarded.has(route)
    ? [{ url: route.slice(route.indexOf(' ') + 1), body: {} }]
    : [...(asks[route]?.() ?? []), ...(generated.get(route) ?? [])]

/** What a leak would be found in: the body as sent, its headers, and a cursor opened. */
const textOf = (answer: LightMyRequestResponse): string => {
  const cursors = [...answer.body.matchAll(/"next":"([\w-]+)"/g)].map(([, cursor]) =>
    Buffer.from(cursor ?? '', 'base64url').toString('utf8'),
  )
  return [answer.body, JSON.stringify(answer.headers), ...cursors].join('\n')
}

const sweep = async (client: ApiClient, login: string): Promise<{ found: string[]; broken: string[]; met: Set<string> }> => {
  const [found, broken, met]: [string[], string[], Set<string>] = [[], [], new Set()]
  const generated = generateAsks(server, plant())
  for (const route of generated.keys()) {
    if (apart[route] !== undefined) continue
    for (const { url, body } of asksOf(route, generated)) {
      const answer = await client.call(route.slice(0, route.indexOf(' ')) as Method, url, body)
      if (answer.statusCode >= 500) broken.push(`${route} ${JSON.stringify(body ?? null)} ${answer.body}`)
      // What was sent comes back in errors; it tells nothing.
      const text = textOf(answer)
      for (const canary of canaries) {
        if (!text.includes(canary.text) || JSON.stringify(body ?? '').includes(canary.text)) continue
        if (canary.readers.includes(login) && (!canary.isCovered || uncovering.has(route))) met.add(canary.text)
        else
          found.push(
            `${login}: ${canary.text} in ${route} ${url} ${JSON.stringify(body ?? null)}: ${text.slice(Math.max(0, text.indexOf(canary.text) - 160), text.indexOf(canary.text) + 60)}`,
          )
      }
    }
  }
  return { found, broken, met }
}

describe('the sweep', () => {
  it('is made from the description of the API, and asks every route', () => {
    const generated = generateAsks(server, plant())
    const routes = routesOf(server).filter((route) => !route.startsWith('OPTIONS'))
    expect(routes.length).toBeGreaterThan(60)
    expect(routes.filter((route) => (generated.get(route) ?? []).length === 0)).toEqual([])
    // Words about routes that are gone would be believed for ever.
    expect([...Object.keys(asks), ...Object.keys(apart), ...guarded].filter((route) => !generated.has(route))).toEqual([])
    // A body that the description asks for is really sent, with what it requires.
    expect(generated.get('POST /api/v1/leads/nudge')?.[0]?.body).toEqual({ leadIds: [leads.binhu] })
    expect(generated.get('PATCH /api/v1/objects/:object/records/:id')?.length).toBeGreaterThan(20)
  })

  it.each(logins)(
    'finds nothing that %s may not see, and no number whole but where it is asked for, in any answer, header, cursor or error',
    async (login) => {
      const client = new ApiClient(server)
      await client.signIn(login)
      const { found, broken, met } = await sweep(client, login)
      expect(found).toEqual([])
      expect(broken).toEqual([])
      // What one may see must be met, or the sweep looks in the wrong places.
      const due = canaries.filter((canary) => canary.readers.includes(login)).map((canary) => canary.text)
      expect([...met].toSorted()).toEqual(due.toSorted())
    },
    120_000,
  )

  it('finds that why a lead was given tells no value the reader may not see', async () => {
    const [captured] = await captureAll(test.system(), [
      {
        sourceId: 'website',
        eventId: 'canary-ruled',
        receivedAt: test.clock.now(),
        actor: { kind: 'form', id: 'website' },
        fixed: { budget: 27_133 },
        payload: { name: '按规则分配', phone: '13977770005', subject: 'ielts', campus: test.ids.campuses['xianlin'] },
      },
    ])
    const url = `/api/v1/objects/lead/records/${captured?.status === 'stored' ? captured.recordId : ''}/explain/assignment`
    const [desk, manager] = [new ApiClient(server), new ApiClient(server)]
    await Promise.all([desk.signIn('desk'), manager.signIn('xlboss')])
    expect((await manager.call('GET', url)).body).toMatch(/27,?133/)
    const answer = await desk.call('GET', url)
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toMatch(/27,?133/)
  })

  it('finds nothing at all without a session', async () => {
    const { found, broken } = await sweep(new ApiClient(server), 'nobody')
    expect({ found, broken }).toEqual({ found: [], broken: [] })
  }, 120_000)
})
