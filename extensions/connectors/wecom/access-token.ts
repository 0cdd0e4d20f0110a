import { createHash } from 'node:crypto'
import type { DeliveryResult, OutboundContext } from '@jieli/core'
import { callWecom, judgeAnswer } from './call-wecom.ts'

export interface WecomApp {
  baseUrl: string
  corpId: string
  agentId: number
  corpSecret: string
}

export type TokenAnswer = { kind: 'token'; token: string } | { kind: 'no-token'; result: DeliveryResult }

/** WeCom wants no token asked for while one holds; a reserve covers slow calls and clocks that differ. */
const reserveSeconds = 300

/**
 * Fetches under way, by token store and key: twenty messages that start together ask for one token. Between processes
 * there is no lock: WeCom gives the same token inside its validity, so the worst is one call too many.
 */
const underWay = new WeakMap<OutboundContext['tokens'], Map<string, Promise<TokenAnswer>>>()

/** Kept apart by address and secret, so that a changed secret never meets the token of the old one. */
const keyOf = (app: WecomApp): string =>
  `wecom:${createHash('sha256')
    .update(JSON.stringify([app.baseUrl, app.corpId, app.agentId, app.corpSecret]))
    .digest('hex')
    .slice(0, 32)}`

/** The app's token: the kept one, or a new one. */
export const getAccessToken = async (context: OutboundContext, app: WecomApp): Promise<TokenAnswer> => {
  const key = keyOf(app)
  const kept = await context.tokens.get(key)
  return kept === null ? fetchOnce(context, app, key) : { kind: 'token', token: kept }
}

/** Forgets a token that WeCom refused, but not the newer one that somebody else may have fetched meanwhile. */
export const dropAccessToken = async (context: OutboundContext, app: WecomApp, refused: string): Promise<void> => {
  const key = keyOf(app)
  if ((await context.tokens.get(key)) === refused) await context.tokens.drop(key)
}

const fetchOnce = (context: OutboundContext, app: WecomApp, key: string): Promise<TokenAnswer> => {
  const fetches = underWay.get(context.tokens) ?? new Map<string, Promise<TokenAnswer>>()
  underWay.set(context.tokens, fetches)
  const running = fetches.get(key) ?? fetchToken(context, app, key).finally(() => fetches.delete(key))
  fetches.set(key, running)
  return running
}

const fetchToken = async (context: OutboundContext, app: WecomApp, key: string): Promise<TokenAnswer> => {
  const query = new URLSearchParams({ corpid: app.corpId, corpsecret: app.corpSecret })
  const answer = await callWecom(context, { url: `${app.baseUrl}/cgi-bin/gettoken?${query}` })
  const token = answer.kind === 'answer' ? answer.fields['access_token'] : undefined
  if (answer.kind === 'no-answer' || answer.errcode !== 0) return { kind: 'no-token', result: judgeAnswer(answer) }
  if (typeof token !== 'string' || token === '')
    return { kind: 'no-token', result: { kind: 'retry', code: 'no-token', retryAfterMs: 30_000 } }
  const seconds = Number(answer.fields['expires_in']) || 7_200
  const keptUntil = Date.parse(context.now()) + Math.max(0, seconds - reserveSeconds) * 1_000
  await context.tokens.set(key, token, new Date(keptUntil).toISOString())
  return { kind: 'token', token }
}
