import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'

/** A public form: 5–8 fields of one object, for one campus or campaign, with its own address and QR code. */
export const formSchema = z.object({
  /** In the address: `/f/{id}`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  title: labelSchema,
  /** One line under the title: what the customer gets. */
  intro: labelSchema.optional(),
  object: z.string().default('lead'),
  sourceId: z.string(),
  enabled: z.boolean().default(true),
  fields: z.array(z.object({
    name: z.string(),
    label: labelSchema.optional(),
    help: labelSchema.optional(),
    required: z.boolean().default(false),
  })).min(1).max(20),
  /** Values that the address stands for: { campus: '<id>', campaign: '…' }. */
  fixed: z.record(z.string(), z.unknown()).default({}),
  submitLabel: labelSchema.default({ 'zh-CN': '提交', en: 'Send' }),
  thanks: labelSchema.default({ 'zh-CN': '已收到，顾问会尽快联系您', en: 'Received. An adviser will be in touch soon.' }),
})
export type Form = z.infer<typeof formSchema>
