import type { WebhookDraft } from '../../data/webhooks.ts'

/** Events that other systems ask for; the rest is of this house. */
export const toldKinds = [
  'record.created',
  'record.updated',
  'record.deleted',
  'record.restored',
  'owner.changed',
  'lead.touched',
  'follow-up.logged',
] as const

export const newWebhook = (userId: string): WebhookDraft => ({
  label: '',
  url: '',
  enabled: true,
  userId,
  objects: [],
  kinds: ['record.created', 'record.updated'],
  fields: [],
})

/** Whether the server would take the address: http for receivers on this machine is judged there. */
export const isAddress = (url: string): boolean => {
  const parsed = URL.canParse(url.trim()) ? new URL(url.trim()) : undefined
  return parsed !== undefined && /^https?:$/.test(parsed.protocol) && parsed.hostname !== ''
}

export const isComplete = ({ label, url, objects, kinds }: WebhookDraft): boolean =>
  label.trim() !== '' && isAddress(url) && objects.length > 0 && kinds.length > 0

/** Seven days before now, as the address of a replay wants it. */
export const weekBefore = (now: number): string => new Date(now - 7 * 24 * 60 * 60_000).toISOString()
