import type { apiMessages } from '../../i18n/messages/api-messages.ts'

type ReasonKey = keyof typeof apiMessages & `reason${string}`

const known: Record<string, ReasonKey> = {
  timeout: 'reasonTimeout',
  network: 'reasonNetwork',
  dns: 'reasonDns',
  'answer-too-large': 'reasonAnswer',
  'address-refused': 'reasonForbidden',
  'no-secret': 'reasonSecret',
  'not-visible': 'reasonNotVisible',
  'person-left': 'reasonPersonLeft',
  'webhook-off': 'reasonOff',
  'webhook-gone': 'reasonGone',
}

const ofStatus = (status: number): ReasonKey => {
  if (status === 401 || status === 403) return 'reasonHttpAuth'
  if (status === 404) return 'reasonHttpMissing'
  if (status === 410) return 'reasonHttpGone'
  if (status === 429) return 'reasonHttpBusy'
  return status >= 500 ? 'reasonHttpDown' : 'reasonHttp'
}

/**
 * The text for why a message was not delivered, with what stands in it.
 *
 * @example reasonText('http-503') // { key: 'reasonHttpDown', params: { n: 503 } }
 */
export const reasonText = (reason: string): { key: ReasonKey; params: Record<string, string | number> } => {
  const status = Number(/^http-(\d{3})$/.exec(reason)?.[1])
  if (Number.isFinite(status)) return { key: ofStatus(status), params: { n: status } }
  const key = known[reason]
  return key ? { key, params: {} } : { key: 'reasonOther', params: { code: reason } }
}
