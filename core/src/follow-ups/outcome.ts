import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'

/**
 * A result the consultant must choose after contact, and what it sets going: the stage it moves the lead to, the next
 * action it proposes and when. 需试听 → 约试听, 到店试听, 明天.
 */
export const outcomeSchema = z.object({
  id: z.string(),
  label: labelSchema,
  order: z.number().int().default(0),
  /** Option id of the object's stage field; absent: stays. Never moves backwards unless `mayGoBack`. */
  stage: z.string().optional(),
  mayGoBack: z.boolean().default(false),
  /** Whether it counts as an effective follow-up, which stops the 48-hour clock. */
  effective: z.boolean().default(true),
  /** Nothing follows: enrolled or lost. */
  closes: z.boolean().default(false),
  /** Marks on the timeline: 比价事件. */
  tag: labelSchema.optional(),
  next: z.object({ action: labelSchema, afterMinutes: z.number().int() }).optional(),
})
export type Outcome = z.infer<typeof outcomeSchema>
