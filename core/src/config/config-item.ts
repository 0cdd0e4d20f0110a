import type { z } from 'zod'
import { boardReferences, boardSchema } from '../boards/board.ts'
import { objectTypeSchema } from '../objects/object-type.ts'
import { roleReferences, roleSchema } from '../permissions/role.ts'
import { assignmentRuleReferences, assignmentRuleSchema } from '../assignment/assignment-rule.ts'
import { workingCalendarSchema } from '../time/working-calendar.ts'
import { followUpRuleReferences, followUpRuleSchema } from '../time/follow-up-rule.ts'
import { sourceReferences, sourceSchema } from '../channels/source.ts'
import { formReferences, formSchema } from '../channels/form.ts'
import { viewReferences, viewSchema } from '../pages/view.ts'
import { layoutReferences, layoutSchema } from '../pages/layout.ts'
import { menuReferences, menuSchema } from '../pages/menu.ts'
import { outcomeSchema } from '../follow-ups/outcome.ts'
import { channelSchema } from '../channels/channel.ts'
import { webhookReferences, webhookSchema } from '../channels/webhook.ts'
import type { ConfigReference } from './reference.ts'

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
  layout: layoutSchema,
  menu: menuSchema,
  outcome: outcomeSchema,
  channel: channelSchema,
  webhook: webhookSchema,
  board: boardSchema,
} as const

export type ConfigKind = keyof typeof configKinds
export type ConfigOf<K extends ConfigKind> = z.infer<(typeof configKinds)[K]>

/**
 * What the items of a kind name, said by the kind's own file. A kind that names nothing of its own has no line; names of
 * records (people, departments, places) need none, for they are found by their ids.
 */
export const configReferences: { [K in ConfigKind]?: (item: ConfigOf<K>) => ConfigReference[] } = {
  role: roleReferences,
  'assignment-rule': assignmentRuleReferences,
  'follow-up-rule': followUpRuleReferences,
  source: sourceReferences,
  form: formReferences,
  view: viewReferences,
  layout: layoutReferences,
  menu: menuReferences,
  webhook: webhookReferences,
  board: boardReferences,
}
