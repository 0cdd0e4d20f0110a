import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Webhook as Verifier } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { must } from '@jieli/core'
import { addMinutes } from '../../runtime/clock.ts'
import { openTestWorkspace, type TestWorkspace } from '../../testing/open-test-workspace.ts'
import { applyBatch } from '../records/apply-batch.ts'
import type { BatchOperation } from '../records/resolve-upserts.ts'
import { createDeliverWebhooks, type DeliverWebhooks } from './deliver-webhooks.ts'
import { findDeliveries, findWebhooks, replayDeliveries, tryWebhook } from './delivery-log.ts'
import { createWebhook, updateWebhook, webhookInputSchema, type WebhookInput } from './manage-webhooks.ts'
import type { WebhookBody } from './payload.ts'
import { startWebhookLoop } from './webhook-loop.ts'

interface Received {
  headers: Record<string, string>
  text: string
  body: WebhookBody
}

/** Somebody else's program: keeps what it gets, and answers as it is told to. */
class Receiver {
  readonly received: Received[] = []
  answer: { status: number; headers?: Record<string, string> } = { status: 204 }
  readonly #server: Server = createServer((request, reply) => {
    void readText(request).then((text) => {
      this.received.push({
        headers: request.headers as Record<string, string>,
        text,
        body: JSON.parse(text) as WebhookBody,
      })
      reply.writeHead(this.answer.status, this.answer.headers).end()
    })
  })

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/in`
  }

  stop(): Promise<void> {
    return new Promise((resolve) => void this.#server.close(() => resolve()))
  }
}

const readText = async (request: IncomingMessage): Promise<string> => {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  return text
}

let test: TestWorkspace
let receiver: Receiver
let url: string
let deliver: DeliverWebhooks

beforeEach(async () => {
  test = await openTestWorkspace()
  receiver = new Receiver()
  url = await receiver.start()
  deliver = createDeliverWebhooks(test.workspace, { allowLoopback: true })
})
afterEach(async () => {
  await receiver.stop()
  await test.close()
})

const connect = (more: Partial<WebhookInput> = {}) =>
  createWebhook(
    test.contextOf('admin'),
    webhookInputSchema.parse({
      label: 'ERP',
      url,
      objects: ['lead'],
      kinds: ['record.created', 'record.updated', 'record.deleted'],
      ...more,
    }),
  )
const write = async (operation: BatchOperation) =>
  must((await applyBatch(test.contextOf('admin'), 'lead', { operations: [operation] })).result[0])
const newLead = (phone = '13912345678') => write({ action: 'create', values: { name: '王女士', phone } })
const logOf = async (id: string) => (await findDeliveries(test.contextOf('admin'), id, {})).deliveries

describe('a webhook', () => {
  it('is told of an event once, signed so that the standard’s own package believes it', async () => {
    const { webhook, secret } = await connect()
    const { id } = await newLead()
    await deliver()
    const [message] = receiver.received
    expect(
      new Verifier(secret).sign(must(message).headers['webhook-id'] ?? '', new Date(test.clock.now()), must(message).text),
    ).toBe(must(message).headers['webhook-signature'])
    expect(message?.body).toMatchObject({
      type: 'record.created',
      data: { object: 'lead', id, rev: 1, values: { name: '王女士', phone: '+8613912345678' } },
    })
    expect(await deliver()).toBe(0)
    expect(receiver.received).toHaveLength(1)
    expect(await logOf(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 1, responseStatus: 204, recordId: id }])
  })

  it('gets what changed, and word of a deletion', async () => {
    await connect({ kinds: ['record.updated', 'record.deleted'], fields: ['name'] })
    const { id } = await newLead()
    await write({ action: 'update', id, values: { studentName: '王小宝' } })
    await write({ action: 'update', id, values: { name: '王太太' } })
    await write({ action: 'delete', id })
    while ((await deliver()) > 0);
    expect(receiver.received.map(({ body }) => [body.type, body.data['changes']])).toEqual([
      ['record.updated', { name: { before: '王女士', after: '王太太' } }],
      ['record.deleted', undefined],
    ])
    expect(receiver.received.every(({ body }) => body.type === 'record.updated' || !('values' in body.data))).toBe(true)
  })

  it('never learns of a record that its person may not see, and says so in the log', async () => {
    const readers = ['lina', 'wangshan', 'hejiawen', 'gaoyuan', 'linruoxi'].map((login) => must(test.ids.users[login]))
    for (const userId of readers) await connect({ userId, label: userId })
    const { id } = await newLead()
    const [lead] = await test.workspace.db.query<{ owner: string }>(
      `SELECT owner_id AS owner FROM w.${must(test.workspace.config.current.objects.get('lead')).table} WHERE id = $1`,
      [id],
    )
    while ((await deliver()) > 0);
    const statuses = await Promise.all(
      test.workspace.config.current.items('webhook').map(async (one) => [one.userId, (await logOf(one.id))[0]?.status]),
    )
    expect(readers).toContain(lead?.owner)
    expect(new Map(statuses as [string, string][])).toEqual(
      new Map(readers.map((userId) => [userId, userId === lead?.owner ? 'delivered' : 'skipped'])),
    )
    expect(receiver.received).toHaveLength(1)
  })

  it('is told again until it answers, with the same id, and the log says how it went', async () => {
    const { webhook } = await connect()
    receiver.answer = { status: 503, headers: { 'retry-after': '60' } }
    await newLead()
    await deliver()
    expect(await deliver()).toBe(0)
    test.clock.set(addMinutes(test.clock.now(), 2))
    receiver.answer = { status: 200 }
    await deliver()
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(1)
    expect(receiver.received).toHaveLength(2)
    expect(await logOf(webhook.id)).toMatchObject([{ status: 'delivered', attempts: 2 }])
  })

  it('that answers 410 is switched off, and nothing more is queued for it', async () => {
    const { webhook } = await connect()
    receiver.answer = { status: 410 }
    await newLead()
    await deliver()
    expect(test.workspace.config.current.item('webhook', webhook.id)?.enabled).toBe(false)
    await newLead('13900002222')
    expect(await logOf(webhook.id)).toHaveLength(1)
  })

  it('can be told again by hand: one message, or all that failed', async () => {
    const { webhook } = await connect()
    receiver.answer = { status: 410 }
    await newLead()
    await deliver()
    await updateWebhook(test.contextOf('admin'), webhook.id, { enabled: true })
    receiver.answer = { status: 204 }
    const admin = test.contextOf('admin')
    expect(await replayDeliveries(admin, webhook.id, { failedSince: '2026-01-01T00:00:00.000Z' })).toEqual({ replayed: 1 })
    await deliver()
    const [entry] = await logOf(webhook.id)
    expect(entry).toMatchObject({ status: 'delivered' })
    expect(await replayDeliveries(admin, webhook.id, { deliveryId: must(entry).id })).toEqual({ replayed: 1 })
    await tryWebhook(admin, webhook.id)
    await deliver()
    expect(receiver.received.map(({ body }) => body.type)).toEqual([
      'record.created',
      'record.created',
      'record.created',
      'webhook.trial',
    ])
    expect((await findWebhooks(admin))[0]?.lastDay).toEqual({ delivered: 2 })
  })

  it('does not reach into our own network', async () => {
    const { webhook } = await connect()
    await newLead()
    await createDeliverWebhooks(test.workspace, { allowLoopback: false })()
    expect(receiver.received).toHaveLength(0)
    expect(await logOf(webhook.id)).toMatchObject([{ status: 'waiting', reason: 'address-refused' }])
  })

  it('is told by the loop without anybody asking, also when the change is rolled back: then of nothing', async () => {
    const loop = startWebhookLoop(test.workspace, { allowLoopback: true })
    onTestFinished(() => loop.stop())
    await connect()
    await expect(
      applyBatch(test.contextOf('admin'), 'lead', {
        operations: [
          { action: 'create', values: { name: '甲', phone: '13900003333' } },
          { action: 'create', values: { name: '乙', phone: '13900003333' } },
        ],
      }),
    ).rejects.toThrow()
    await newLead()
    await expect.poll(() => receiver.received.length).toBe(1)
    expect(receiver.received[0]?.body.data['values']).toMatchObject({ name: '王女士' })
  })
})
