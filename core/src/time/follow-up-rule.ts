import { z } from 'zod'
import { expressionSchema } from '../formulas/expression.ts'
import { conditionReferences, type ConfigReference } from '../config/reference.ts'

/**
 * 48 小时规则: a clock that starts when a record gets an owner and stops at the first effective follow-up. Each level
 * warns someone once. With a calendar the minutes are working minutes; without, they run day and night.
 */
export const followUpRuleSchema = z.object({
  id: z.string(),
  label: z.string(),
  object: z.string().default('lead'),
  enabled: z.boolean().default(true),
  version: z.number().int().default(1),
  when: expressionSchema.optional(),
  calendarId: z.string().nullable().default(null),
  levels: z
    .array(
      z.object({
        afterMinutes: z
          .number()
          .int()
          .min(1)
          .max(60 * 24 * 365),
        tell: z.enum(['owner', 'manager']),
        /** Sends the lead's whole history along. */
        withHistory: z.boolean().default(false),
      }),
    )
    .min(1)
    .max(5),
})
export type FollowUpRule = z.infer<typeof followUpRuleSchema>

/** What a follow-up rule names: its object, fields of it, its calendar. */
export const followUpRuleReferences = (rule: FollowUpRule): ConfigReference[] => [
  { path: ['object'], to: 'object', name: rule.object },
  ...conditionReferences(rule.object, rule.when, ['when']),
  ...(rule.calendarId === null ? [] : [{ path: ['calendarId'], to: 'calendar', name: rule.calendarId }]),
]
