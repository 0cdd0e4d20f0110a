import type { z } from 'zod'
import type { Label } from '../i18n/label.ts'

/** A request as it came in: bytes untouched, header names lower case. Signatures are checked over `body`. */
export interface InboundRequest {
  method: string
  headers: Record<string, string | undefined>
  query: Record<string, string | undefined>
  body: Uint8Array
  /** ISO, the server's clock. */
  receivedAt: string
}

/** What a connector makes of a request. It never stores anything itself. */
export type InboundVerdict =
  /** Events to keep; each `eventId` is stored once per source. Answer `reply` at once. */
  | { kind: 'events'; events: InboundEvent[]; reply?: { status?: number; contentType?: string; body: string } }
  /** A handshake of the sender (challenge, echostr): answer and keep nothing. */
  | { kind: 'handshake'; reply: { status?: number; contentType?: string; body: string } }
  /** Not theirs: 401, nothing stored but a count. */
  | { kind: 'refused'; code: 'bad-signature' | 'stale-timestamp' | 'bad-request' }

export interface InboundEvent {
  /** The sender's own id of the event, so that a second delivery is the same event. */
  eventId: string
  /** When it happened at the sender's, ISO, when they say. Shown as delay; never trusted for order. */
  occurredAt?: string
  /** The sender's fields, flat or nested; the source's mapping reads paths in it. */
  payload: Record<string, unknown>
}

/**
 * What a connector is, before it does anything: the part that pages may import. `face` says what else its folder holds:
 * `inbound` receives signed requests, `outbound` sends, `door` is a way in that the platform itself guards (form, file, person).
 */
export interface ConnectorProfile<
  Face extends 'inbound' | 'outbound' | 'door' = 'inbound' | 'outbound' | 'door',
  Settings = Record<string, unknown>,
> {
  name: string
  face: Face
  label: Label
  description: Label
  icon: string
  settings: z.ZodType<Settings>
  secrets: string[]
  defaultMapping?: Record<string, string>
}
export const defineConnector = <Face extends 'inbound' | 'outbound' | 'door', S>(
  profile: ConnectorProfile<Face, S>,
): ConnectorProfile<Face, S> => profile

/** The receiving face of a connector: pure given its settings and secrets, so that it is tested with the sender's vectors. */
export interface InboundConnector<Settings = Record<string, unknown>> {
  name: string
  label: Label
  icon: string
  settings: z.ZodType<Settings>
  /** Names of the secrets it needs, e.g. `['secret']`; kept encrypted, shown never. */
  secrets: string[]
  receive(request: InboundRequest, settings: Settings, secrets: Record<string, string>): InboundVerdict
  /** Field mapping to begin with. */
  defaultMapping?: Record<string, string>
  /** `timed`: the signature covers a time, so the same bytes a day later must be refused. */
  samples: {
    settings: Settings
    secrets: Record<string, string>
    request: Omit<InboundRequest, 'receivedAt'>
    receivedAt: string
    expect: 'events' | 'handshake' | 'refused'
    timed?: boolean
  }[]
}
export const defineInboundConnector = <S>(connector: InboundConnector<S>): InboundConnector<S> => connector

/** A message on its way out, in the platform's own words; the channel's connector puts it in theirs. */
export interface OutboundMessage {
  /** The idempotency key: the same key twice is one message. */
  key: string
  /** The receiver in the channel's own ids: WeCom userid. */
  to: string
  title: string
  /** Lines of plain text. */
  lines: string[]
  /** Up to six facts shown as name and value. */
  facts: { name: string; value: string }[]
  /** Opens in the app. */
  url?: string
  /** Further pages, below the message: the way to get no more of these. None of them changes anything by being opened. */
  links?: { title: string; url: string }[]
}

export type DeliveryResult =
  /** `missed`: of several receivers, those whom it did not reach. */
  | { kind: 'delivered'; providerId: string | null; missed?: string[] }
  /** Try again, not before `retryAfterMs`. */
  | { kind: 'retry'; code: string; retryAfterMs: number }
  /** Never will: wrong receiver, wrong settings. */
  | { kind: 'failed'; code: string; reason: string }

/** What the runtime lends to a connector that calls out: an HTTP client that refuses private addresses, and a place for tokens. */
export interface OutboundContext {
  fetch(
    url: string,
    init: { method: 'GET' | 'POST'; headers?: Record<string, string>; body?: string },
  ): Promise<{ status: number; headers: Record<string, string>; body: string }>
  /** Kept across calls and processes until `expiresAt`. */
  tokens: {
    get(key: string): Promise<string | null>
    set(key: string, token: string, expiresAt: string): Promise<void>
    drop(key: string): Promise<void>
  }
  now(): string
}

/** The sending face of a connector. */
export interface OutboundConnector<Settings = Record<string, unknown>> {
  name: string
  label: Label
  icon: string
  settings: z.ZodType<Settings>
  secrets: string[]
  send(
    message: OutboundMessage,
    settings: Settings,
    secrets: Record<string, string>,
    context: OutboundContext,
  ): Promise<DeliveryResult>
}
export const defineOutboundConnector = <S>(connector: OutboundConnector<S>): OutboundConnector<S> => connector
