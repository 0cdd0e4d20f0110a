import { z } from 'zod'
import type { ConfigReference } from '../config/reference.ts'
import { apiNameSchema } from '../objects/object-type.ts'
import { eventKinds, type EventKind } from '../events/event.ts'

const kindSchema = z.enum(Object.keys(eventKinds) as [EventKind, ...EventKind[]])

/**
 * A program of the company's own that is told of what happens here, as Standard Webhooks: which events of which objects go
 * to which address, and with whose rights they are read. Its secret is kept apart.
 */
export const webhookSchema = z.object({
  id: z.string(),
  label: z.string().trim().min(1).max(80),
  url: z.url({ protocol: /^https?$/ }).max(500),
  enabled: z.boolean().default(true),
  /** The colleague whose rights decide what is told; nothing they may not see ever leaves. */
  userId: z.uuid(),
  objects: z.array(apiNameSchema).min(1).max(50),
  kinds: z.array(kindSchema).min(1),
  /** Of changes, only those of these fields are told. Empty: all. */
  fields: z.array(apiNameSchema).max(50).default([]),
})
export type Webhook = z.infer<typeof webhookSchema>

/** What of an event decides whether a webhook is told of it. */
export interface HappenedEvent {
  kind: EventKind
  object: string
  /** Names of the fields that changed. */
  changed: readonly string[]
}

/**
 * Whether a webhook wants an event.
 *
 * @example wantsEvent({ ...hook, objects: ['lead'], kinds: ['record.updated'], fields: ['stage'] }, { kind: 'record.updated', object: 'lead', changed: ['stage'] }) // true
 */
export const wantsEvent = (webhook: Webhook, event: HappenedEvent): boolean =>
  webhook.enabled &&
  webhook.objects.includes(event.object) &&
  webhook.kinds.includes(event.kind) &&
  (event.kind !== 'record.updated' ||
    webhook.fields.length === 0 ||
    event.changed.some((name) => webhook.fields.includes(name)))

/** What a webhook names: the objects whose events it is told of. */
export const webhookReferences = ({ objects }: Webhook): ConfigReference[] =>
  objects.map((name, index) => ({ path: ['objects', index], to: 'object', name }))
