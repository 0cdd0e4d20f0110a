import type { InboundConnector, OutboundConnector } from '@jieli/core'
import type { ConnectorNameOf } from './index.ts'
import { douyinInbound } from './douyin/server.ts'
import { hmacWebhookInbound } from './hmac-webhook/server.ts'
import { standardWebhookInbound } from './standard-webhook/server.ts'
import { wecomOutbound } from './wecom/server.ts'

/** The receiving faces. Typed by the pure list: one that is missing or too many does not compile. */
export const inboundConnectors: Record<ConnectorNameOf<'inbound'>, InboundConnector> = {
  'standard-webhook': standardWebhookInbound,
  'hmac-webhook': hmacWebhookInbound,
  douyin: douyinInbound,
}

/** The sending faces. */
export const outboundConnectors: Record<ConnectorNameOf<'outbound'>, OutboundConnector> = {
  wecom: wecomOutbound,
}

/** The receiving face of a source's connector; undefined for doors, senders and names nobody knows. */
export const findInboundConnector = (name: string): InboundConnector | undefined =>
  Object.entries(inboundConnectors).find(([known]) => known === name)?.[1]

/** The sending face of a channel's connector. */
export const findOutboundConnector = (name: string): OutboundConnector | undefined =>
  Object.entries(outboundConnectors).find(([known]) => known === name)?.[1]
