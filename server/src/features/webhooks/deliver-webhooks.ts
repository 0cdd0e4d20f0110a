import { signStandardWebhook } from '@jieli/extensions/connectors/standard-webhook/sign.ts'
import { AppError, type Webhook } from '@jieli/core'
import { addMinutes } from '../../runtime/clock.ts'
import { createOutboundHttp } from '../../runtime/outbound-http.ts'
import { loopbackHostOf, mayCallLoopback } from '../notices/loopback-channels.ts'
import { writeConfig } from '../config/change-config.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { claimDeliveries, endDelivery, type ClaimedDelivery, type DeliveryEnd } from './delivery-queries.ts'
import { judgeAttempt, type Attempt } from './next-try.ts'
import { preparePayloads, trialBody, type Prepared } from './payload.ts'

/** Longer than a batch can take, so that a living process never loses its lease. */
const LEASE_MINUTES = 6
const AT_ONCE = 16
const TIMEOUT_MS = 15_000
/** Standard Webhooks: the receiver's answer is its status; a longer text is not for us. */
const MOST_ANSWER_BYTES = 65_536

export interface DeliverWebhookOptions {
  /** Whether webhooks may call this very computer; left out, only the demo's may. */
  allowLoopback?: boolean
}

/** Tells other programs what waits to be told; gives how many deliveries it took in hand. */
export type DeliverWebhooks = () => Promise<number>

/**
 * Makes the sender of a process. Deliveries are leased, what they say is read with the rights of each webhook's person, and
 * they are sent outside any transaction. A process that dies in between leaves the lease to run out; the next try carries
 * the same id, by which the receiver knows it for the same message.
 */
export const createDeliverWebhooks = (workspace: Workspace, options: DeliverWebhookOptions = {}): DeliverWebhooks => {
  const allowLoopback = options.allowLoopback ?? mayCallLoopback(workspace)
  return async () => {
    const now = workspace.clock.now()
    const claimed = await claimDeliveries(workspace.db, { now, until: addMinutes(now, LEASE_MINUTES), limit: AT_ONCE })
    const bodies = await prepareAll(workspace, claimed)
    const settle = async (delivery: ClaimedDelivery): Promise<void> => {
      const webhook = workspace.config.current.item('webhook', delivery.webhookId)
      const end = await sendOne(workspace, { webhook, delivery, prepared: bodies.get(delivery.id), allowLoopback })
      await endDelivery(workspace.db, delivery, end, workspace.clock.now())
      if (webhook && end.responseStatus === 410) await switchOff(workspace, webhook)
    }
    await Promise.all(
      storiesOf(claimed).map(async (story) => {
        for (const delivery of story) await settle(delivery)
      }),
    )
    // No object of that name: open pages show how it went.
    if (claimed.length > 0) workspace.commits.publish({ objects: ['webhooks'], noticed: [] })
    return claimed.length
  }
}

/** What happened to one record is told in its order, as far as it is in hand; different records do not wait for each other. */
const storiesOf = (claimed: readonly ClaimedDelivery[]): ClaimedDelivery[][] => [
  ...Map.groupBy(claimed, ({ id, webhookId, event }) => `${webhookId} ${event?.recordId ?? id}`).values(),
]

const prepareAll = async (workspace: Workspace, claimed: readonly ClaimedDelivery[]): Promise<Map<string, Prepared>> => {
  const bodies = new Map<string, Prepared>()
  for (const webhook of workspace.config.current.items('webhook')) {
    const own = claimed.filter(({ webhookId }) => webhookId === webhook.id)
    for (const { id, event, createdAt } of own) if (event === null) bodies.set(id, { body: trialBody(createdAt) })
    const told = own.filter(
      (one): one is ClaimedDelivery & { event: NonNullable<ClaimedDelivery['event']> } => one.event !== null,
    )
    if (told.length > 0) for (const [id, one] of await preparePayloads(workspace, webhook, told)) bodies.set(id, one)
  }
  return bodies
}

const ended = (status: DeliveryEnd['status'], reason: string): DeliveryEnd => ({
  status,
  responseStatus: null,
  reason,
  tookMs: 0,
  nextAt: null,
})

interface Sending {
  webhook: Webhook | undefined
  delivery: ClaimedDelivery
  prepared: Prepared | undefined
  allowLoopback: boolean
}

const sendOne = async (workspace: Workspace, { webhook, delivery, prepared, allowLoopback }: Sending): Promise<DeliveryEnd> => {
  if (!webhook || !prepared) return ended('skipped', 'webhook-gone')
  if (!webhook.enabled && delivery.event !== null) return ended('skipped', 'webhook-off')
  if ('skip' in prepared) return ended('skipped', prepared.skip)
  const secret = (await workspace.secrets.of(`webhook:${webhook.id}`))['secret']
  if (secret === undefined) return ended('failed', 'no-secret')
  const now = workspace.clock.now()
  const body = JSON.stringify(prepared.body)
  const headers = signStandardWebhook({ secret, id: delivery.id, body, at: now })
  const fetch = createOutboundHttp({
    allowHosts: allowLoopback ? loopbackHostOf(webhook.url) : [],
    timeoutMs: TIMEOUT_MS,
    maxBytes: MOST_ANSWER_BYTES,
  })
  const attempt = await post(() => fetch(webhook.url, { method: 'POST', headers, body }))
  return judgeAttempt(attempt, { attempts: delivery.attempts, now: workspace.clock.now() })
}

const post = async (send: () => Promise<{ status: number; headers: Record<string, string> }>): Promise<Attempt> => {
  const began = performance.now()
  const took = (): number => Math.round(performance.now() - began)
  try {
    const { status, headers } = await send()
    const seconds = Number(headers['retry-after'])
    return { status, reason: null, retryAfter: Number.isFinite(seconds) ? seconds : null, tookMs: took() }
  } catch (error) {
    const reason = error instanceof AppError ? String(error.details['reason'] ?? error.code) : 'unforeseen'
    return { status: null, reason, retryAfter: null, tookMs: took() }
  }
}

/** The receiver said that it is gone for good: nothing more is queued for it until somebody switches it on again. */
const switchOff = async (workspace: Workspace, webhook: Webhook): Promise<void> => {
  const context = systemContext(workspace)
  await workspace.db.transaction((tx) =>
    writeConfig(context, tx, [{ kind: 'webhook', id: webhook.id, item: { ...webhook, enabled: false } }]),
  )
  await workspace.config.refresh()
}
