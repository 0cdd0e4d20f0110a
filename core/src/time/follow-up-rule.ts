import { z } from 'zod'
import { expressionSchema } from '../formulas/expression.ts'

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
