import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { AppError, type OutboundContext, type OutboundMessage } from '@jieli/core'
import { wecomOutbound } from './server.ts'
import { startWecomSimulator, type WecomSimulator } from './simulator.ts'

const app = { corpId: 'ww0000000000000001', agentId: 1000002 }
const secrets = { corpSecret: 'sim-secret' }
let simulator: WecomSimulator

beforeAll(async () => {
  simulator = await startWecomSimulator({ ...app, ...secrets, unknownUsers: ['nobody'] })
})
afterAll(() => simulator.stop())
beforeEach(() => simulator.clear())

/** A context over real HTTP, with tokens in memory. */
const newContext = (): OutboundContext => {
  const kept = new Map<string, { token: string; expiresAt: string }>()
  return {
    async fetch(url, init) {
      const response = await fetch(url, init)
      return { status: response.status, headers: Object.fromEntries(response.headers), body: await response.text() }
    },
    tokens: {
      async get(key) {
        return kept.get(key)?.token ?? null
      },
      async set(key, token, expiresAt) {
        kept.set(key, { token, expiresAt })
      },
      async drop(key) {
        kept.delete(key)
      },
    },
    now: () => new Date().toISOString(),
  }
}

const settingsOf = (change: Record<string, unknown> = {}) =>
  wecomOutbound.settings.parse({ ...app, baseUrl: `${simulator.url}/`, ...change })
const send = (
  message: Partial<OutboundMessage> = {},
  context = newContext(),
  settings = settingsOf(),
  given: Record<string, string> = secrets,
) =>
  wecomOutbound.send(
    {
      key: 'notice-1',
      to: 'lisi',
      title: '新线索待跟进',
      lines: ['请在 24 小时内首次跟进'],
      facts: [
        { name: '姓名', value: '王女士' },
        { name: '来源', value: '抖音' },
      ],
      url: 'https://crm.example.com/leads/1',
      ...message,
    },
    settings,
    given,
    context,
  )

describe('WeCom messages', () => {
  it('reach the receiver as a card that opens the lead', async () => {
    expect(await send()).toEqual({ kind: 'delivered', providerId: expect.stringMatching(/^sim-/) as string })
    expect(simulator.messages()).toMatchObject([
      {
        touser: ['lisi'],
        msgtype: 'template_card',
        taskId: 'notice-1',
        title: '新线索待跟进',
        text: '请在 24 小时内首次跟进',
        facts: [
          { name: '姓名', value: '王女士' },
          { name: '来源', value: '抖音' },
        ],
        url: 'https://crm.example.com/leads/1',
      },
    ])
  })

  it('are accepted however long their parts are', async () => {
    const long = '长'.repeat(5_000)
    const facts = Array.from({ length: 9 }, () => ({ name: long, value: `${long}👨‍👩‍👧` }))
    for (const url of ['https://crm.example.com', undefined]) {
      const { url: _, ...rest } = { url: undefined, title: long, lines: [long, long], facts, key: long }
      expect(await send({ ...rest, ...(url !== undefined && { url }) })).toMatchObject({ kind: 'delivered' })
    }
  })

  it('are shown once for the same key, and each for different keys', async () => {
    const context = newContext()
    for (const key of ['a', 'a', 'b']) expect(await send({ key }, context)).toMatchObject({ kind: 'delivered' })
    expect(simulator.messages().map((message) => message.taskId)).toEqual(['a', 'b'])
  })

  it('share one token, also when many start together', async () => {
    const before = simulator.calls('/cgi-bin/gettoken')
    const context = newContext()
    await Promise.all(Array.from({ length: 20 }, (_, index) => send({ key: `n-${index}` }, context)))
    await send({ key: 'later' }, context)
    expect(simulator.calls('/cgi-bin/gettoken') - before).toBe(1)
    expect(simulator.messages()).toHaveLength(21)
  })

  it('go through when the token has expired: it is renewed once', async () => {
    const context = newContext()
    await send({ key: 'first' }, context)
    simulator.setFault({ kind: 'expired-token', times: 1 })
    expect(await send({ key: 'second' }, context)).toMatchObject({ kind: 'delivered' })
    expect(simulator.messages()).toHaveLength(2)
  })

  it('wait when every token is refused, rather than ask for ever', async () => {
    simulator.setFault({ kind: 'expired-token', times: 9 })
    const before = simulator.calls('/cgi-bin/message/send')
    expect(await send()).toMatchObject({ kind: 'retry', code: '42001' })
    expect(simulator.calls('/cgi-bin/message/send') - before).toBe(2)
  })

  it('wait a minute when there are too many, and go through after', async () => {
    const context = newContext()
    simulator.setFault({ kind: 'throttle', times: 1 })
    expect(await send({}, context)).toEqual({ kind: 'retry', code: '45009', retryAfterMs: 60_000 })
    expect(await send({}, context)).toMatchObject({ kind: 'delivered' })
  })

  it('try again at once when WeCom is busy, three times in all', async () => {
    simulator.setFault({ kind: 'busy', times: 2 })
    expect(await send()).toMatchObject({ kind: 'delivered' })
    simulator.setFault({ kind: 'busy', times: 3 })
    expect(await send({ key: 'other' })).toEqual({ kind: 'retry', code: '-1', retryAfterMs: 5_000 })
  })

  it('wait when the server breaks or cannot be reached', async () => {
    simulator.setFault({ kind: '500', times: 1 })
    expect(await send()).toMatchObject({ kind: 'retry', code: 'http-500' })
    expect(await send({}, newContext(), settingsOf({ baseUrl: 'http://127.0.0.1:9' }))).toMatchObject({
      kind: 'retry',
      code: 'network',
    })
  })

  it('wait when WeCom does not answer in time', async () => {
    const context = newContext()
    simulator.setFault({ kind: 'delay', times: 1, delayMs: 5_000 })
    const impatient: OutboundContext = {
      ...context,
      async fetch(url, init) {
        const response = await fetch(url, { ...init, signal: AbortSignal.timeout(50) })
        return { status: response.status, headers: {}, body: await response.text() }
      },
    }
    expect(await send({}, impatient)).toMatchObject({ kind: 'retry', code: 'network' })
    expect(await send({}, context)).toMatchObject({ kind: 'delivered' })
  })

  it('fail when the address may not be called at all', async () => {
    const refusing: OutboundContext = {
      ...newContext(),
      fetch: () => Promise.reject(new AppError('address-refused', { details: { host: '10.0.0.1' } })),
    }
    expect(await send({}, refusing)).toMatchObject({ kind: 'failed', code: 'address-refused' })
  })

  it('wait when something between answers with a page', async () => {
    const answering = (status: number, headers: Record<string, string>, body: string): OutboundContext => ({
      ...newContext(),
      fetch: async () => ({ status, headers, body }),
    })
    expect(await send({}, answering(502, { 'retry-after': '120' }, '<html>'))).toEqual({
      kind: 'retry',
      code: 'http-502',
      retryAfterMs: 120_000,
    })
    for (const body of ['<html>', '[]', '{}', '{"errcode":"0"}', '{"errcode":0}'])
      expect(await send({}, answering(200, {}, body))).toMatchObject({ kind: 'retry' })
  })

  it('fail with a reason when nobody can receive them', async () => {
    expect(await send({ to: 'nobody' })).toMatchObject({ kind: 'failed', code: '81013' })
    simulator.setFault({ kind: 'invalid-user', times: 1 })
    expect(await send({})).toMatchObject({ kind: 'failed', reason: expect.stringContaining('接收人') as string })
    expect(simulator.messages()).toEqual([])
  })

  it('reach the others when one account is unknown, and say whom they missed', async () => {
    expect(await send({ to: 'lisi|Nobody' })).toMatchObject({ kind: 'delivered', missed: ['Nobody'] })
    expect(simulator.messages()).toMatchObject([{ touser: ['lisi'] }])
  })

  it('never go to everybody, nor to no one', async () => {
    for (const to of ['@all', 'lisi|@all', '', ' | ', 'a b', 'x"y'])
      expect(await send({ to })).toMatchObject({ kind: 'failed', code: 'bad-receiver' })
    expect(simulator.messages()).toEqual([])
  })

  it.each([
    ['40001', {}, { corpSecret: 'wrong' }],
    ['40013', { corpId: 'ww9' }, secrets],
    ['40056', { agentId: 7 }, secrets],
  ])('fail with %s when the settings are wrong', async (code, change, given) => {
    const result = await send({}, newContext(), settingsOf(change), given)
    expect(result).toMatchObject({ kind: 'failed', code })
    expect(JSON.stringify(result)).not.toContain(given.corpSecret)
  })

  it('keep the token five minutes less than it holds', async () => {
    const context = newContext()
    const until: string[] = []
    await send(
      {},
      {
        ...context,
        now: () => '2026-01-01T00:00:00.000Z',
        tokens: {
          ...context.tokens,
          set: async (_key, _token, at) => {
            until.push(at)
          },
        },
      },
    )
    expect(until).toEqual(['2026-01-01T01:55:00.000Z'])
  })
})

describe('the WeCom simulator', () => {
  const post = async (path: string, body: unknown) =>
    (await fetch(simulator.url + path, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<
      Record<string, unknown>
    >
  const token = async () => {
    const answer = (await (
      await fetch(`${simulator.url}/cgi-bin/gettoken?corpid=${app.corpId}&corpsecret=${secrets.corpSecret}`)
    ).json()) as { access_token: string }
    return answer.access_token
  }

  it('gives the same token inside its validity and knows a missing or foreign one', async () => {
    expect(await token()).toBe(await token())
    expect(await post('/cgi-bin/message/send', {})).toMatchObject({ errcode: 41001 })
    expect(await post('/cgi-bin/message/send?access_token=x', {})).toMatchObject({ errcode: 40014 })
  })

  it.each([
    [45002, { msgtype: 'text', text: { content: '长'.repeat(683) } }],
    [44004, { msgtype: 'text', text: { content: '' } }],
    [40058, { msgtype: 'template_card', template_card: { card_type: 'text_notice', main_title: { title: 't' } } }],
    [
      45002,
      {
        msgtype: 'template_card',
        template_card: {
          card_type: 'text_notice',
          main_title: { title: '题'.repeat(37) },
          card_action: { type: 1, url: 'https://x.cn' },
        },
      },
    ],
    [
      45002,
      {
        msgtype: 'template_card',
        template_card: {
          card_type: 'text_notice',
          main_title: { title: 't' },
          card_action: { type: 1, url: 'https://x.cn' },
          horizontal_content_list: [{ keyname: '六个字的名称', value: '' }],
        },
      },
    ],
  ])('refuses with %i what WeCom would refuse', async (errcode, body) => {
    expect(
      await post(`/cgi-bin/message/send?access_token=${await token()}`, { touser: 'lisi', agentid: app.agentId, ...body }),
    ).toMatchObject({ errcode })
  })

  it('recalls a message', async () => {
    await send()
    expect(
      await post(`/cgi-bin/message/recall?access_token=${await token()}`, { msgid: simulator.messages()[0]?.msgid }),
    ).toMatchObject({ errcode: 0 })
    expect(simulator.messages()).toMatchObject([{ recalled: true }])
  })

  it('shows what arrived as a page and as data, with nothing in it that could run', async () => {
    await send({ title: '<img src=x onerror=alert(1)>', url: 'https://x.cn/"onclick="y' })
    const page = await (await fetch(simulator.url)).text()
    expect(page).toContain('企业微信模拟器')
    expect(page).not.toMatch(/<img|"onclick/)
    expect(await (await fetch(`${simulator.url}/_messages`)).json()).toMatchObject([{ touser: ['lisi'] }])
  })
})
