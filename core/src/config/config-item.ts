import type { z } from 'zod'
import { objectTypeSchema } from '../objects/object-type.ts'
import { roleSchema } from '../permissions/role.ts'
import { assignmentRuleSchema } from '../assignment/assignment-rule.ts'
import { workingCalendarSchema } from '../time/working-calendar.ts'
import { followUpRuleSchema } from '../time/follow-up-rule.ts'
import { sourceSchema } from '../channels/source.ts'
import { formSchema } from '../channels/form.ts'
import { viewSchema } from '../pages/view.ts'
import { outcomeSchema } from '../follow-ups/outcome.ts'
import { channelSchema } from '../channels/channel.ts'
import { webhookSchema } from '../channels/webhook.ts'

/**
 * Everything an admin sets is one kind of item in one store: written by one function, logged with before and after,
 * held in memory as one versioned snapshot. A new kind is a line here and its schema.
 */
export const configKinds = {
  object: objectTypeSchema,
  role: roleSchema,
  'assignment-rule': assignmentRuleSchema,
  'follow-up-rule': followUpRuleSchema,
  calendar: workingCalendarSchema,
  source: sourceSchema,
  form: formSchema,
  view: viewSchema,
  outcome: outcomeSchema,
  channel: channelSchema,
  webhook: webhookSchema,
} as const

export type ConfigKind = keyof typeof configKinds
export type ConfigOf<K extends ConfigKind> = z.infer<(typeof configKinds)[K]>
