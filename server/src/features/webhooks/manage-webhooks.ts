import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { AppError, webhookSchema, type Webhook } from '@jieli/core'
import { newId } from '../../runtime/new-id.ts'
import { changeConfig } from '../config/change-config.ts'
import { requireAbilitiesOf } from '../users/require-manager.ts'
import type { Context } from '../workspace/workspace.ts'

/** What a person fills in; id and secret are ours to make. */
export const webhookInputSchema = webhookSchema.omit({ id: true, userId: true }).extend({
  userId: webhookSchema.shape.userId.optional(),
})
export type WebhookInput = z.infer<typeof webhookInputSchema>

/** What may be edited: what is left out stays as it is, so there are no defaults here. */
export const webhookEditSchema = webhookInputSchema
  .extend({ enabled: z.boolean(), fields: webhookSchema.shape.fields.unwrap() })
  .partial()
export type WebhookEdit = z.infer<typeof webhookEditSchema>

export const requireMayConnect = (context: Context): void => {
  if (!context.access.abilities.has('configure')) throw new AppError('forbidden')
}

/** Symmetric, 24 random bytes, as Standard Webhooks writes it. */
const newSecret = (): string => `whsec_${randomBytes(24).toString('base64')}`

/** Nobody hands out more than they have: a webhook reads as oneself, or as a colleague whom one may manage. */
const requireReader = (context: Context, userId: string): void => {
  const person = context.workspace.directory.current.users.get(userId)
  if (!person?.active) throw new AppError('invalid-values', { issues: [{ path: 'userId', code: 'not-an-id' }] })
  if (userId !== context.access.userId) requireAbilitiesOf(context, person.roleIds)
}

/** Makes a webhook. Its secret is shown once and kept sealed. */
export const createWebhook = async (
  context: Context,
  { userId = context.access.userId ?? '', ...input }: WebhookInput,
): Promise<{ webhook: Webhook; secret: string }> => {
  requireMayConnect(context)
  requireReader(context, userId)
  const webhook: Webhook = { ...input, userId, id: newId(context.now) }
  const secret = newSecret()
  await context.workspace.secrets.set(`webhook:${webhook.id}`, 'secret', secret, context.now)
  await changeConfig(context, [{ kind: 'webhook', id: webhook.id, item: webhook }])
  return { webhook, secret }
}

/** The webhook, or the one answer for missing and forbidden. */
export const webhookOf = (context: Context, id: string): Webhook => {
  requireMayConnect(context)
  const webhook = context.workspace.config.current.item('webhook', id)
  if (!webhook) throw new AppError('not-found')
  return webhook
}

export const updateWebhook = async (context: Context, id: string, edit: WebhookEdit): Promise<Webhook> => {
  const before = webhookOf(context, id)
  const given = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== undefined))
  const webhook = { ...before, ...given } as Webhook
  if (webhook.userId !== before.userId) requireReader(context, webhook.userId)
  await changeConfig(context, [{ kind: 'webhook', id, item: webhook }])
  return webhook
}

export const removeWebhook = async (context: Context, id: string): Promise<void> => {
  webhookOf(context, id)
  await changeConfig(context, [{ kind: 'webhook', id, item: null }])
}

/** A new secret, in force at once; the old one signs nothing any more. */
export const renewSecret = async (context: Context, id: string): Promise<{ secret: string }> => {
  webhookOf(context, id)
  const secret = newSecret()
  const { secrets, commits, config } = context.workspace
  await secrets.set(`webhook:${id}`, 'secret', secret, context.now)
  // Other processes hold the old one in memory until they hear of a change.
  commits.publish({ objects: [], noticed: [], metaVersion: config.current.version })
  return { secret }
}
