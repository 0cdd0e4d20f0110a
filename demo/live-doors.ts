import { setTimeout as sleep } from 'node:timers/promises'
import { signDouyin } from '@jieli/extensions/connectors/douyin/simulator.ts'
import { signStandardWebhook } from '@jieli/extensions/connectors/standard-webhook/sign.ts'
import type { DemoSecrets } from './demo-secrets.ts'
import { readFormPage } from './public-form-page.ts'
import type { DemoCapture } from './use-cases.ts'

/** A capture on its way to a running server, and where it happened. */
export interface LiveVisit {
  capture: DemoCapture
  campusKey: string
}

export interface LiveAnswer {
  door: string
  status: number
}

/** Nobody fills a form faster; the server refuses those who do. */
const fillingMs = 2_300

const pickOffered = (offered: string[] | undefined, wish: unknown): string => {
  const text = String(wish ?? '')
  return !offered || offered.includes(text) ? text : (offered[text.length % offered.length] ?? '')
}

/** Opens the page, takes its time, answers what it asks and sends, as a phone would. */
const fillForm = async (secrets: DemoSecrets, { capture, campusKey }: LiveVisit): Promise<LiveAnswer> => {
  const form = capture.sourceId === 'campus-qr' ? `campus-${campusKey}` : capture.sourceId
  const door = `/f/${form}`
  const page = await fetch(new URL(door, secrets.baseUrl), { headers: { 'accept-language': 'zh-CN' } })
  const text = await page.text()
  if (!page.ok) return { door, status: page.status }
  const { hidden, choices } = readFormPage(text)
  await sleep(fillingMs)
  const { campus, ...answers } = capture.payload
  const asked = form === capture.sourceId ? { ...answers, campus } : answers
  const typed = Object.entries(asked)
    .filter(([name]) => !name.startsWith('utm'))
    .map(([name, value]) => [name, pickOffered(choices[name], value)])
  const consent: [string, string][] = text.includes('name="_consent"') ? [['_consent', '1']] : []
  const response = await fetch(new URL(door, secrets.baseUrl), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams([
      ...Object.entries(hidden),
      ...typed.map(([name = '', value = '']): [string, string] => [name, value]),
      ...consent,
    ]),
  })
  await response.arrayBuffer()
  return { door, status: response.status }
}

const post = async (
  secrets: DemoSecrets,
  capture: DemoCapture,
  { headers, body }: { headers: Record<string, string>; body: string },
): Promise<LiveAnswer> => {
  const door = `/in/${capture.sourceId}`
  const response = await fetch(new URL(door, secrets.baseUrl), { method: 'POST', headers, body })
  await response.arrayBuffer()
  return { door, status: response.status }
}

const postDouyin = (secrets: DemoSecrets, { capture }: LiveVisit): Promise<LiveAnswer> => {
  const body = JSON.stringify({
    event: 'clue_notify',
    client_key: 'demo',
    content: JSON.stringify(capture.payload),
    log_id: capture.eventId,
  })
  return post(secrets, capture, {
    headers: signDouyin(secrets.sources['douyin']?.['clientSecret'] ?? '', `live-${capture.eventId}`, body),
    body,
  })
}

const postStandardWebhook = (secrets: DemoSecrets, { capture }: LiveVisit): Promise<LiveAnswer> => {
  const { type, ...data } = capture.payload
  const body = JSON.stringify({ type, timestamp: capture.receivedAt, data })
  const secret = secrets.sources[capture.sourceId]?.['secret'] ?? ''
  return post(secrets, capture, {
    headers: signStandardWebhook({ secret, id: `live-${capture.eventId}`, body, at: capture.receivedAt }),
    body,
  })
}

const doors: Record<string, (secrets: DemoSecrets, visit: LiveVisit) => Promise<LiveAnswer>> = {
  douyin: postDouyin,
  xiaohongshu: postStandardWebhook,
  meituan: postStandardWebhook,
}

/** Sends one visit through the door its source has. */
export const sendThroughDoor = (secrets: DemoSecrets, visit: LiveVisit): Promise<LiveAnswer> =>
  (doors[visit.capture.sourceId] ?? fillForm)(secrets, visit)
