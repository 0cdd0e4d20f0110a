import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { readFile } from 'node:fs/promises'
import { extname, join, normalize } from 'node:path'
import { abilities, type CrmRecord } from '@jieli/core'
import { campusTitles, explanation, makeLeads, makeMeta, makeToday, timeline } from './fixture-data.ts'

const contentTypes: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
/** As strict as the real server's: what would break there breaks here. */
const policy =
  "default-src 'self'; script-src 'self'; style-src 'self' 'nonce-fixture'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'"

interface Call {
  method: string
  path: string
  body: Record<string, unknown>
}
type Answer = { status?: number; body: unknown }

const readJson = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return parts.length === 0 ? {} : (JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>)
}

const wanted = (body: Record<string, unknown>, leads: CrmRecord[]): CrmRecord[] => {
  const search = String(body['search'] ?? '')
  const json = JSON.stringify(body['where'] ?? null)
  return leads
    .filter(
      ({ values }) =>
        `${values['name']}${values['phone']}`.includes(search) &&
        (!json.includes('zk-sprint') || values['subject'] === 'zk-sprint'),
    )
    .toSorted((a, b) => String(a.values['nextAt']).localeCompare(String(b.values['nextAt'])))
}

/** Answers as the product's API would, from invented data held in memory. */
export const makeFixtureApi = (now: number) => {
  const meta = makeMeta()
  const leads = makeLeads(now)
  const received: Call[] = []
  let signedIn = true
  const find = (id: string | undefined): CrmRecord | undefined => leads.find((lead) => lead.id === id)
  const answers: [method: string, path: RegExp, answer: (call: Call, id: string) => Answer][] = [
    [
      'POST',
      /^\/session$/,
      ({ body }) => {
        signedIn = body['password'] === 'jieli'
        return signedIn
          ? { body: { user: { id: 'u0', name: '周晓彤' } } }
          : { status: 401, body: { code: 'bad-credentials', title: '账号或密码不对' } }
      },
    ],
    [
      'DELETE',
      /^\/session$/,
      () => {
        signedIn = false
        return { status: 204, body: null }
      },
    ],
    [
      'GET',
      /^\/me$/,
      () =>
        signedIn
          ? {
              body: {
                user: {
                  id: 'u0',
                  name: '周晓彤',
                  login: 'zhou',
                  departmentId: 'd0',
                  departmentName: '华东区主管',
                  roleIds: ['manager'],
                },
                abilities,
                workspace: { id: 'w1', name: '青屿教育', timeZone: 'Asia/Shanghai' },
                metaVersion: 1,
              },
            }
          : { status: 401, body: { code: 'not-signed-in', title: '请先登录' } },
    ],
    ['GET', /^\/meta$/, () => ({ body: meta })],
    ['GET', /^\/today$/, () => ({ body: makeToday(leads, now) })],
    [
      'GET',
      /^\/notices$/,
      () => ({
        body: {
          unread: 2,
          notices: [
            {
              id: 'n1',
              kind: 'assigned',
              title: '于女士分给了你',
              body: '中考数学，15分钟内接手',
              leadId: 'l0',
              createdAt: new Date(now).toISOString(),
              readAt: null,
              deliveries: [],
            },
          ],
        },
      }),
    ],
    [
      'POST',
      /^\/objects\/lead\/query$/,
      ({ body }) => {
        const all = wanted(body, leads)
        const [from, limit] = [Number(body['after'] ?? 0), Number(body['limit'] ?? 50)]
        return {
          body: {
            records: all.slice(from, from + limit),
            refs: campusTitles,
            count: { value: all.length, capped: false },
            ...(from + limit < all.length ? { next: String(from + limit) } : {}),
          },
        }
      },
    ],
    ['POST', /^\/objects\/lead\/records$/, () => ({ status: 201, body: { record: leads[0], refs: campusTitles } })],
    [
      'POST',
      /^\/objects\/lead\/batch$/,
      ({ body }) => ({ body: { results: (body['operations'] as { id: string }[]).map(({ id }) => ({ id, rev: 2 })) } }),
    ],
    [
      'GET',
      /^\/objects\/lead\/records\/([^/]+)$/,
      (_call, id) => {
        const record = find(id)
        return record
          ? { body: { record, refs: campusTitles } }
          : { status: 404, body: { code: 'not-found', title: '可能不存在，或者你没有权限看' } }
      },
    ],
    ['GET', /^\/objects\/lead\/records\/([^/]+)\/timeline$/, () => ({ body: { entries: timeline, refs: {} } })],
    [
      'GET',
      /^\/objects\/lead\/records\/([^/]+)\/explain\/assignment$/,
      () => ({
        body: { decisions: [{ at: explanation.decidedAt, ownerId: 'u2', ownerName: '李娜', ruleId: 'r1', explanation }] },
      }),
    ],
    ['POST', /^\/objects\/lead\/records\/([^/]+)\/reveal$/, () => ({ body: { value: '13812342233' } })],
    ['POST', /^\/follow-ups$/, () => ({ status: 201, body: { followUpId: 'f1', lead: leads[0], taskId: 't1' } })],
    ['POST', /^\/leads\/assign$/, ({ body }) => ({ body: { assigned: (body['leadIds'] as string[]).length } })],
    ['POST', /^\/leads\/check-duplicate$/, () => ({ body: { matches: [] } })],
  ]
  const answer = (call: Call): Answer => {
    received.push(call)
    for (const [method, path, make] of answers) {
      const found = method === call.method ? path.exec(call.path) : null
      if (found) return make(call, found[1] ?? '')
    }
    return { status: 404, body: { code: 'not-found', title: '可能不存在，或者你没有权限看' } }
  }
  return { answer, received }
}

const serveFile = async (path: string, dist: string, response: ServerResponse): Promise<void> => {
  const wantedFile = extname(path) ? path : '/index.html'
  const content = await readFile(join(dist, normalize(wantedFile))).catch(() => null)
  if (content === null) return void response.writeHead(404).end()
  const body = wantedFile === '/index.html' ? content.toString().replace('__CSP_NONCE__', 'fixture') : content
  response
    .writeHead(200, {
      'content-type': contentTypes[extname(wantedFile)] ?? 'application/octet-stream',
      'content-security-policy': policy,
    })
    .end(body)
}

/** The built app and an invented workspace on 127.0.0.1; for pictures and for tests of pages. */
export const startFixtureServer = async (options: {
  dist: string
  now: number
  port?: number
}): Promise<{ url: string; received: Call[]; server: Server }> => {
  const api = makeFixtureApi(options.now)
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://fixture').pathname
    if (!path.startsWith('/api/v1')) return void serveFile(path, options.dist, response)
    if (path === '/api/v1/live')
      return void response.writeHead(200, { 'content-type': 'text/event-stream' }).write('event: ping\ndata: {}\n\n')
    void readJson(request).then((body) => {
      const { status = 200, body: content } = api.answer({
        method: request.method ?? 'GET',
        path: path.slice('/api/v1'.length),
        body,
      })
      response.writeHead(status, { 'content-type': 'application/json' }).end(status === 204 ? '' : JSON.stringify(content))
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const address = server.address()
  return {
    url: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`,
    received: api.received,
    server,
  }
}
