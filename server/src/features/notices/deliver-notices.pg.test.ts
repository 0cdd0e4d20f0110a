import { startWecomSimulator, type WecomSimulator } from '@jieli/extensions/connectors/wecom/simulator.ts'
import { must } from '@jieli/core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../runtime/clock.ts'
import { buildLead } from '../../testing/build-lead.ts'
import { openTestWorkspace, TEST_NOW, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { startWorker } from '../../testing/start-worker.ts'
import { changeConfig } from '../config/change-config.ts'
import { findTimeline } from '../records/find-timeline.ts'
import { createDeliverNotices, type DeliverNotices } from './deliver-notices.ts'
import { startDeliveryLoop } from './delivery-loop.ts'
import { findNotices } from './find-notices.ts'

const SEND = '/cgi-bin/message/send'
const app = { corpId: 'ww0000000000000001', corpSecret: 'simulator-secret', agentId: 1_000_002 }

let test: TestWorkspace
let wecom: WecomSimulator
let deliver: DeliverNotices

const connect = async (settings: Record<string, unknown> = {}, enabled = true): Promise<void> => {
  await test.workspace.secrets.set('channel:wecom', 'corpSecret', app.corpSecret, test.clock.now())
  await changeConfig(test.system(), [
    {
      kind: 'channel',
      id: 'wecom',
      item: {
        id: 'wecom',
        label: '企业微信',
        connector: 'wecom',
        enabled,
        settings: { corpId: app.corpId, agentId: app.agentId, baseUrl: wecom.url, ...settings },
      },
    },
  ])
}

beforeEach(async () => {
  test = await openTestWorkspace()
  wecom = await startWecomSimulator({ ...app, unknownUsers: ['wangshan'] })
  await connect()
  deliver = createDeliverNotices(test.workspace, { allowLoopback: true })
})
afterEach(async () => {
  await wecom.stop()
  await test.close()
})

interface Delivery {
  status: string
  attempts: number
  reason: string | null
  nextAt: string
}
const deliveries = (): Promise<Delivery[]> =>
  test.workspace.db.query<Delivery & object>('SELECT status, attempts, reason, next_at AS "nextAt" FROM w.delivery ORDER BY id')
const later = (minutes: number): void => test.clock.set(addMinutes(test.clock.now(), minutes))
const kindsOf = async (leadId: string): Promise<string[]> =>
  (await findTimeline(test.system(), { object: 'lead', id: leadId })).entries.map((entry) => entry.kind)

describe('a notice on its way to WeCom', () => {
  it('arrives as a card with the facts, the note and the link, and its delivery stands on the timeline', async () => {
    const leadId = await buildLead(test, { values: { name: '于女士', note: '想先听一节' } })
    expect(await deliver()).toBe(1)
    expect(wecom.messages()).toMatchObject([
      { touser: ['lina'], title: '新线索：于女士', text: '想先听一节', url: `http://localhost:3000/leads/${leadId}` },
    ])
    expect(wecom.messages()[0]?.facts.map((fact) => fact.value)).toEqual(
      expect.arrayContaining(['中考数学', '初三', '仙林校区']),
    )
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 1 }])
    const { entries } = await findTimeline(test.contextOf('lina'), { object: 'lead', id: leadId })
    expect(entries[0]).toMatchObject({ kind: 'notice.delivered', data: { channel: '企业微信', to: test.ids.users['lina'] } })
    expect((await findNotices(test.contextOf('lina'))).notices[0]).toMatchObject({
      deliveries: [{ channel: 'wecom', status: 'delivered' }],
    })
    expect(await deliver()).toBe(0)
  })

  it('uses one token for all, kept sealed, and fetches another when WeCom says it has expired', async () => {
    await buildLead(test)
    await deliver()
    await buildLead(test)
    await deliver()
    expect(wecom.calls('/cgi-bin/gettoken')).toBe(1)
    const [kept] = await test.workspace.db.query<{ sealed: string }>('SELECT sealed FROM w.channel_token')
    expect(kept?.sealed).toMatch(/^v1\./)
    wecom.setFault({ kind: 'expired-token', times: 1 })
    await buildLead(test)
    await deliver()
    expect(wecom.calls('/cgi-bin/gettoken')).toBe(2)
    expect((await deliveries()).map((one) => one.status)).toEqual(['delivered', 'delivered', 'delivered'])
  })

  it('waits as long as a throttle asks, and gets through', async () => {
    const leadId = await buildLead(test)
    wecom.setFault({ kind: 'throttle', times: 1 })
    await deliver()
    expect(await deliveries()).toMatchObject([{ status: 'waiting', reason: '45009', nextAt: addMinutes(TEST_NOW, 1) }])
    expect(await deliver()).toBe(0)
    later(1)
    expect(await deliver()).toBe(1)
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }])
    expect((await kindsOf(leadId)).filter((kind) => kind.startsWith('notice.'))).toEqual(['notice.delivered'])
  })

  it('fails for an account that WeCom does not know, with the reason on the timeline, and is not tried again', async () => {
    const leadId = await buildLead(test, { login: 'wangshan' })
    await deliver()
    const [delivery] = await deliveries()
    expect(delivery).toMatchObject({ status: 'failed', attempts: 1 })
    expect(delivery?.reason).toContain('接收人')
    expect(await kindsOf(leadId)).toContain('notice.failed')
    later(600)
    expect(await deliver()).toBe(0)
  })

  it('gives up after eight tries, each wait longer than the one before', async () => {
    const leadId = await buildLead(test)
    wecom.setFault({ kind: '500', times: 1_000 })
    const waits: number[] = []
    for (let tries = 0; tries < 8; tries++) {
      expect(await deliver()).toBe(1)
      const [one] = await deliveries()
      waits.push(Date.parse(one?.nextAt ?? '') - Date.parse(test.clock.now()))
      later(60)
    }
    expect(await deliveries()).toMatchObject([{ status: 'failed', attempts: 8 }])
    expect(waits.slice(0, 7)).toEqual(waits.slice(0, 7).toSorted((a, b) => a - b))
    expect(await deliver()).toBe(0)
    expect((await kindsOf(leadId)).filter((kind) => kind === 'notice.failed')).toHaveLength(1)
  })

  it('does not call this computer unless that is allowed', async () => {
    await buildLead(test)
    await createDeliverNotices(test.workspace)()
    expect(await deliveries()).toMatchObject([{ status: 'failed' }])
    expect(wecom.calls(SEND) + wecom.calls('/cgi-bin/gettoken')).toBe(0)
  })

  it('that was meant for a channel which has since been switched off fails and says so', async () => {
    await buildLead(test)
    await connect({}, false)
    await deliver()
    expect(await deliveries()).toMatchObject([{ status: 'failed', reason: '这个渠道已经停用' }])
  })

  it('with a wrong secret says what to correct', async () => {
    await test.workspace.secrets.set('channel:wecom', 'corpSecret', 'wrong', test.clock.now())
    await buildLead(test)
    await deliver()
    expect((await deliveries())[0]?.reason).toContain('Secret')
  })
})

describe('several senders', () => {
  it('send each notice once, woken by the commit that wrote it', async () => {
    const loops = [
      startDeliveryLoop(test.workspace, { allowLoopback: true }),
      startDeliveryLoop(test.workspace, { allowLoopback: true }),
    ]
    await Promise.all(Array.from({ length: 20 }, () => buildLead(test)))
    await expect
      .poll(async () => (await deliveries()).filter((one) => one.status === 'delivered').length, { timeout: 10_000 })
      .toBe(20)
    await Promise.all(loops.map((loop) => loop.stop()))
    expect(wecom.messages()).toHaveLength(20)
    expect(wecom.calls(SEND)).toBe(20)
  })

  it('killed with -9 between sending and noting it down: nothing lost, nothing shown twice', async () => {
    const leadId = await buildLead(test)
    wecom.setFault({ kind: 'delay', times: 2, delayMs: 1_500 })
    const worker = startWorker(test, 'deliveries')
    await expect.poll(() => wecom.calls(SEND), { timeout: 15_000 }).toBe(1)
    await worker.kill()
    expect(await deliveries()).toMatchObject([{ status: 'waiting', attempts: 1 }])
    expect(await deliver()).toBe(0)
    await expect.poll(() => wecom.messages().length, { timeout: 10_000 }).toBe(1)
    later(6)
    expect(await deliver()).toBe(1)
    expect(await deliveries()).toMatchObject([{ status: 'delivered', attempts: 2 }])
    expect(wecom.messages()).toHaveLength(1)
    expect((await kindsOf(leadId)).filter((kind) => kind === 'notice.delivered')).toHaveLength(1)
  }, 60_000)

  it('do not settle what another has taken over after a lease ran out', async () => {
    await buildLead(test)
    wecom.setFault({ kind: 'delay', times: 1, delayMs: 800 })
    const slow = deliver()
    await expect.poll(() => wecom.calls('/cgi-bin/gettoken'), { timeout: 5_000 }).toBe(1)
    later(7)
    wecom.setFault(null)
    await createDeliverNotices(test.workspace, { allowLoopback: true })()
    await slow
    const events = await test.workspace.db.query(`SELECT id FROM w.event WHERE kind = 'notice.delivered'`)
    expect(events).toHaveLength(1)
    expect(must((await deliveries())[0])).toMatchObject({ status: 'delivered', attempts: 2 })
    expect(wecom.messages()).toHaveLength(1)
  })
})
