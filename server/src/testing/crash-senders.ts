import { setTimeout as pause } from 'node:timers/promises'
import { signDouyin } from '@jieli/extensions/connectors/douyin/simulator.ts'
import { signStandardWebhook } from '@jieli/extensions/connectors/standard-webhook/sign.ts'
import { must } from '@jieli/core'
import type { DemoSecrets } from '../../../demo/demo-secrets.ts'
import { readFormPage } from '../../../demo/public-form-page.ts'

/** One event of one customer, under the id that its sender keeps through every attempt. */
export interface Sending {
  /** Found again in the stored envelope. */
  marker: string
  phone: string
  /** One attempt; true: the program said that it has it. */
  attempt(): Promise<boolean>
}

const spellings: readonly ((phone: string) => string)[] = [
  (phone) => phone,
  (phone) => `+86 ${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
  (phone) => phone.replace(/(\d{3})(\d{4})/, '$1 $2 '),
  (phone) => phone.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
  (phone) => `0086${phone}`,
]

interface Plan {
  marker: string
  phone: string
  spelled: string
  campusId: string
  url: string
  secrets: DemoSecrets
}

type MakeAttempt = (plan: Plan) => () => Promise<boolean>

const isTaken = async (request: Promise<Response>): Promise<boolean> => {
  const response = await request
  await response.arrayBuffer()
  // What the program refuses for good would be sent for ever; a test that does so is wrong.
  if (response.status >= 400 && response.status < 500) throw new RefusedSending(`${response.url} answered ${response.status}`)
  return response.status < 400
}

export class RefusedSending extends Error {}

const xiaohongshu: MakeAttempt = ({ marker, spelled, campusId, url, secrets }) => {
  const data = { user_nick_name: `${marker} 家长`, phone_num: spelled, store_id: campusId, message: marker }
  const body = JSON.stringify({ type: 'lead.created', timestamp: new Date().toISOString(), data })
  const secret = must(secrets.sources['xiaohongshu']?.['secret'])
  return () =>
    isTaken(
      fetch(`${url}/in/xiaohongshu`, {
        method: 'POST',
        body,
        headers: signStandardWebhook({ secret, id: marker, body, at: new Date().toISOString() }),
      }),
    )
}

const douyin: MakeAttempt = ({ marker, spelled, campusId, url, secrets }) => {
  const content = JSON.stringify({
    clue_id: marker,
    name: `${marker} 家长`,
    telephone: spelled,
    store_id: campusId,
    note: marker,
  })
  const body = JSON.stringify({ event: 'clue_notify', client_key: 'demo', content, log_id: marker })
  return () =>
    isTaken(
      fetch(`${url}/in/douyin`, {
        method: 'POST',
        body,
        headers: signDouyin(must(secrets.sources['douyin']?.['clientSecret']), marker, body),
      }),
    )
}

/** A form is opened once; sent again, it is the same page with the same answers. */
const form = (page: string, door: string): MakeAttempt => {
  const { hidden, choices } = readFormPage(page)
  return ({ marker, spelled, url }) => {
    const answers = {
      name: `${marker} 家长`,
      phone: spelled,
      grade: choices['grade']?.[0] ?? '',
      subject: choices['subject']?.[0] ?? '',
      note: marker,
    }
    const body = new URLSearchParams({ ...hidden, ...answers }).toString()
    const headers = { 'content-type': 'application/x-www-form-urlencoded' }
    return async () => {
      const response = await fetch(`${url}${door}`, { method: 'POST', body, headers, redirect: 'manual' })
      await response.arrayBuffer()
      if (response.status < 500 && response.status !== 303) throw new RefusedSending(`${door} answered ${response.status}`)
      return response.status === 303
    }
  }
}

/** Nobody fills a form faster; the program refuses those who do. */
const FILLING_MS = 2_100

export interface SendingsOptions {
  url: string
  secrets: DemoSecrets
  count: number
  /** Begins every marker; numbers of customers follow from it, so that two rounds have different customers. */
  round: number
}

/** Events through three doors; every third one is of a customer who comes by another door too, spelled another way. */
export const prepareSendings = async ({ url, secrets, count, round }: SendingsOptions): Promise<Sending[]> => {
  const campuses = Object.entries(secrets.campuses)
  const forms = await Promise.all(
    campuses.slice(0, 8).map(async ([key, campusId]) => {
      const door = `/f/campus-${key}`
      // Each sending needs a page of its own: the page's token is its event's id.
      const pages = await Promise.all(
        Array.from({ length: Math.ceil(count / 24) }, async () => (await fetch(url + door)).text()),
      )
      return { campusId, makers: pages.map((page) => form(page, door)) }
    }),
  )
  await pause(FILLING_MS)
  return Array.from({ length: count }, (_, index) => {
    const customer = index % 3 === 2 ? index - 2 : index
    const phone = `13${round}${String(20_000_000 + ((customer * 61_799) % 9_999_991)).padStart(8, '0')}`
    const place = must(campuses[customer % campuses.length])
    const plan: Plan = {
      marker: `crash${round}-${index}`,
      phone,
      spelled: must(spellings[index % spellings.length])(phone),
      campusId: place[1],
      url,
      secrets,
    }
    const own = index % 3 === 0 ? must(forms[index % forms.length]).makers.pop() : undefined
    return { marker: plan.marker, phone, attempt: (own ?? (index % 2 === 0 ? douyin : xiaohongshu))(plan) }
  })
}

const CLIENTS = 16
const BEFORE_AGAIN_MS = 150

/**
 * Sends everything by sixteen clients at once until each event is acknowledged, however often the program dies meanwhile.
 * One in five is sent once more after its acknowledgement, as by a sender whom the answer did not reach.
 */
export const sendAll = async (
  sendings: readonly Sending[],
  hopeless: AbortSignal,
  onAcknowledged: (count: number) => void,
): Promise<{ attempts: number }> => {
  const waiting = sendings.map((sending, index) => ({ sending, again: index % 5 === 0 }))
  const refused: RefusedSending[] = []
  let [attempts, acknowledged] = [0, 0]
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined && !hopeless.aborted; next = waiting.shift()) {
      attempts++
      const taken = await next.sending
        .attempt()
        .catch((error: unknown) => error instanceof RefusedSending && refused.push(error) > 0)
      if (!taken) {
        waiting.push(next)
        await pause(BEFORE_AGAIN_MS)
      } else if (next.again) waiting.push({ ...next, again: false })
      else onAcknowledged(++acknowledged)
    }
  }
  await Promise.all(Array.from({ length: CLIENTS }, work))
  if (refused[0]) throw refused[0]
  return { attempts }
}
