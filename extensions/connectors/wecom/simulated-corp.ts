import { randomBytes } from 'node:crypto'
import { checkMessage, readMessage, type SimulatedMessage } from './simulated-message.ts'

export interface SimulatedApp {
  corpId: string
  corpSecret: string
  agentId: number
  /** How long a token holds; WeCom's is 7200 s. */
  tokenSeconds?: number
  /** Accounts that do not exist, lower case. */
  unknownUsers?: string[]
}

/** A trouble to come, for so many calls. `invalid-user` rejects every receiver, the others are what they say. */
export interface Fault {
  kind: 'delay' | '500' | 'expired-token' | 'throttle' | 'busy' | 'invalid-user'
  times: number
  delayMs?: number
}

export type Answer = Record<string, unknown> & { errcode: number; errmsg: string }

const ok = (fields: Record<string, unknown> = {}): Answer => ({ errcode: 0, errmsg: 'ok', ...fields })
const refuse = (errcode: number, errmsg: string): Answer => ({ errcode, errmsg })

/** WeCom's side: one company with one app, its token, the messages its people got. */
export class SimulatedCorp {
  readonly #app: SimulatedApp
  readonly #seen = new Map<string, number>()
  #messages: SimulatedMessage[] = []
  #fault: Fault | null = null
  #token: { value: string; until: number } | null = null
  #sequence = 0

  constructor(app: SimulatedApp) {
    this.#app = app
  }

  get messages(): SimulatedMessage[] {
    return [...this.#messages]
  }

  setFault(fault: Fault | null): void {
    this.#fault = fault
  }

  clear(): void {
    this.#messages = []
    this.#seen.clear()
    this.#fault = null
    this.#token = null
  }

  /** The fault of this kind, if one is set and has calls left; each answer uses up one. */
  takeFault(...kinds: Fault['kind'][]): Fault | null {
    const fault = this.#fault
    if (fault === null || fault.times < 1 || !kinds.includes(fault.kind)) return null
    fault.times -= 1
    return fault
  }

  getToken(query: URLSearchParams): Answer {
    if (query.get('corpid') !== this.#app.corpId) return refuse(40013, 'invalid corpid')
    if (query.get('corpsecret') !== this.#app.corpSecret) return refuse(40001, 'invalid credential')
    const now = Date.now()
    const seconds = this.#app.tokenSeconds ?? 7_200
    // Inside its validity the same token is given again, as WeCom does.
    if (this.#token === null || this.#token.until <= now)
      this.#token = { value: randomBytes(48).toString('base64url'), until: now + seconds * 1_000 }
    return ok({ access_token: this.#token.value, expires_in: Math.round((this.#token.until - now) / 1_000) })
  }

  send(query: URLSearchParams, body: Record<string, unknown>): Answer {
    const refused = this.#refusal(query) ?? this.#checkAgent(body) ?? checkMessage(body)
    if (refused !== null) return { ...refused }
    const receivers = String(body['touser']).split('|')
    const invalid = this.takeFault('invalid-user') === null ? receivers.filter((id) => this.#isUnknown(id)) : receivers
    const invaliduser = invalid.join('|').toLowerCase()
    if (invalid.length === receivers.length) return { ...refuse(81013, 'user & party & tag all invalid'), invaliduser }
    const msgid = this.#deliver(
      body,
      receivers.filter((id) => !invalid.includes(id)),
    )
    return ok({ invaliduser, invalidparty: '', invalidtag: '', unlicenseduser: '', msgid })
  }

  recall(query: URLSearchParams, body: Record<string, unknown>): Answer {
    const refused = this.#refusal(query)
    if (refused !== null) return refused
    const message = this.#messages.find((one) => one.msgid === body['msgid'])
    if (message === undefined) return refuse(40058, 'invalid msgid')
    message.recalled = true
    return ok()
  }

  /** A text_notice has no buttons, so nothing handed out a response code that could be good. */
  updateCard(query: URLSearchParams): Answer {
    return this.#refusal(query) ?? refuse(40058, 'invalid response_code')
  }

  #refusal(query: URLSearchParams): Answer | null {
    const token = query.get('access_token')
    if (!token) return refuse(41001, 'access_token missing')
    if (this.takeFault('expired-token') !== null) this.#token = this.#token && { ...this.#token, until: 0 }
    if (token !== this.#token?.value) return refuse(40014, 'invalid access_token')
    if (this.#token.until <= Date.now()) return refuse(42001, 'access_token expired')
    if (this.takeFault('busy') !== null) return refuse(-1, 'system busy')
    return this.takeFault('throttle') === null ? null : refuse(45009, 'api freq out of limit')
  }

  #checkAgent(body: Record<string, unknown>): Answer | null {
    return body['agentid'] === this.#app.agentId ? null : refuse(40056, 'invalid agentid')
  }

  #isUnknown(id: string): boolean {
    return (this.#app.unknownUsers ?? []).includes(id.toLowerCase())
  }

  /** A repeat within the window is answered like the first and shown to nobody. */
  #deliver(body: Record<string, unknown>, touser: string[]): string {
    this.#sequence += 1
    const now = Date.now()
    const message = readMessage(body, { msgid: `sim-${this.#sequence}`, at: new Date(now).toISOString(), touser })
    const sameAs = JSON.stringify([touser, message.taskId ?? body['text']])
    const seconds = Number(body['duplicate_check_interval'] ?? 1_800)
    const isRepeat = body['enable_duplicate_check'] === 1 && now - (this.#seen.get(sameAs) ?? -Infinity) < seconds * 1_000
    if (!isRepeat) {
      this.#seen.set(sameAs, now)
      this.#messages = [...this.#messages.slice(-999), message]
    }
    return message.msgid
  }
}
