import { AppError, errorCodes, type Channel, type DeliveryResult, type OutboundContext } from '@jieli/core'
import { outboundRegistry } from '../../registries.ts'
import { addMinutes } from '../../runtime/clock.ts'
import { createOutboundHttp } from '../../runtime/outbound-http.ts'
import { writeEvents } from '../records/event-log.ts'
import { systemContext } from '../workspace/contexts.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { channelTokens } from './channel-tokens.ts'
import { claimDeliveries, endDelivery, type ClaimedDelivery, type DeliveryEnd } from './delivery-queries.ts'
import { loopbackHostOf, mayCallLoopback } from './loopback-channels.ts'

/** Longer than every try can take, so that a living process never loses its lease. */
const LEASE_MINUTES = 6
const AT_ONCE = 4
const MOST_TRIES = 8
const FIRST_WAIT_MS = 5_000
const LONGEST_WAIT_MS = 30 * 60_000

export interface DeliverOptions {
  /** Whether channels may speak to this very computer; left out, only the demo's may. */
  allowLoopback?: boolean
}

/** Sends waiting notices through their channels; gives how many it took in hand. */
export type DeliverNotices = () => Promise<number>

/**
 * Makes the sender of a process. A notice is leased, sent outside any transaction, and what became of it written down with
 * an event on the lead. A process that dies in between leaves the lease to run out; the next try carries the same key, by
 * which the channel knows it for the same message.
 */
export const createDeliverNotices = (workspace: Workspace, options: DeliverOptions = {}): DeliverNotices => {
  const tokens = channelTokens(workspace)
  const outboundOf = (channel: Channel): OutboundContext => ({
    fetch: createOutboundHttp({
      allowHosts:
        (options.allowLoopback ?? mayCallLoopback(workspace)) ? loopbackHostOf(String(channel.settings['baseUrl'] ?? '')) : [],
    }),
    tokens,
    now: () => workspace.clock.now(),
  })
  return async () => {
    const now = workspace.clock.now()
    const claimed = await claimDeliveries(workspace.db, { now, until: addMinutes(now, LEASE_MINUTES), limit: AT_ONCE })
    await Promise.all(claimed.map(async (delivery) => settle(workspace, delivery, await send(workspace, delivery, outboundOf))))
    return claimed.length
  }
}

const send = async (
  workspace: Workspace,
  delivery: ClaimedDelivery,
  outboundOf: (channel: Channel) => OutboundContext,
): Promise<DeliveryResult> => {
  const channel = workspace.config.current.item('channel', delivery.channelId)
  const connector = channel && outboundRegistry[channel.connector]
  if (!channel?.enabled || !connector) return { kind: 'failed', code: 'channel-off', reason: '这个渠道已经停用' }
  const settings = connector.settings.safeParse(channel.settings)
  if (!settings.success) return { kind: 'failed', code: 'bad-settings', reason: '渠道设置不完整，请在设置里补全' }
  const message = {
    key: delivery.id,
    to: delivery.receiver,
    title: delivery.title,
    lines: delivery.lines,
    facts: delivery.facts,
    links: delivery.links.map(({ title, path }) => ({ title, url: `${workspace.publicUrl}${path}` })),
    ...placeOf(workspace, delivery),
  }
  try {
    return await connector.send(
      message,
      settings.data,
      await workspace.secrets.of(`channel:${channel.id}`),
      outboundOf(channel),
    )
  } catch (error) {
    // One message that cannot be sent must not keep the others.
    workspace.log.error({ err: error, channel: channel.id }, 'a notice could not be sent')
    const lasting = error instanceof AppError && !errorCodes[error.code].retryable
    return lasting
      ? { kind: 'failed', code: error.code, reason: error.code }
      : { kind: 'retry', code: 'unforeseen', retryAfterMs: FIRST_WAIT_MS }
  }
}

/** The record it is of, or the page it leads to. */
const placeOf = ({ publicUrl }: Workspace, { recordId, path }: ClaimedDelivery): { url?: string } => {
  if (recordId !== null) return { url: `${publicUrl}/leads/${recordId}` }
  return path === null ? {} : { url: `${publicUrl}${path}` }
}

const settle = async (workspace: Workspace, delivery: ClaimedDelivery, result: DeliveryResult): Promise<void> => {
  const context = systemContext(workspace)
  const end = endOf(result, delivery.attempts, context.now)
  await workspace.db.transaction(async (tx) => {
    const isOurs = await endDelivery(tx, delivery, end, context.now)
    if (!isOurs || end.status === 'waiting' || delivery.recordId === null) return
    writeEvents(context, tx, [
      {
        kind: end.status === 'delivered' ? 'notice.delivered' : 'notice.failed',
        object: 'lead',
        recordId: delivery.recordId,
        data: {
          noticeId: delivery.noticeId,
          noticeKind: delivery.kind,
          to: delivery.userId,
          channelId: delivery.channelId,
          channel: workspace.config.current.item('channel', delivery.channelId)?.label ?? delivery.channelId,
          attempts: delivery.attempts,
          ...(end.status === 'failed' ? { reason: end.reason } : { providerId: end.providerId }),
        },
      },
    ])
  })
}

/** Each wait is twice the one before, and never shorter than the channel asked for; after so many tries it is over. */
const endOf = (result: DeliveryResult, attempts: number, now: string): DeliveryEnd => {
  if (result.kind === 'delivered') return { status: 'delivered', providerId: result.providerId }
  if (result.kind === 'failed') return { status: 'failed', reason: result.reason }
  if (attempts >= MOST_TRIES) return { status: 'failed', reason: `试了 ${attempts} 次都没有成功（${result.code}）` }
  const wait = Math.max(result.retryAfterMs, Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (attempts - 1)))
  return { status: 'waiting', reason: result.code, nextAt: new Date(Date.parse(now) + wait).toISOString() }
}
