import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'
import { clockTimeSchema } from '../time/working-calendar.ts'
import { fieldReferences, type ConfigReference } from '../config/reference.ts'

/** Times a customer may choose from: the hours of each weekday, Monday first, over the days to come. */
export const formSlotsSchema = z.object({
  week: z.array(z.array(clockTimeSchema).max(8)).length(7),
  /** How far ahead, in days. 0: no times on offer, just the calendar. */
  days: z.number().int().min(0).max(31),
})
export type FormSlots = z.infer<typeof formSlotsSchema>

/** The picture at the head of a form, in two widths by the ids of their stored files; its proportions keep its place free. */
export const formCoverSchema = z.strictObject({
  /** 1280 px wide. */
  large: z.uuid(),
  /** 640 px wide. */
  small: z.uuid(),
  /** Of the large one, in px. */
  width: z.number().int().min(1).max(4_000),
  height: z.number().int().min(1).max(4_000),
})
export type FormCover = z.infer<typeof formCoverSchema>

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
  fields: z
    .array(
      z.object({
        name: z.string(),
        label: labelSchema.optional(),
        help: labelSchema.optional(),
        required: z.boolean().default(false),
        /** Shown grey while nothing is typed: 如：张女士. */
        example: labelSchema.optional(),
        /** For calendar fields. Absent: evenings and weekends of the week to come. */
        slots: formSlotsSchema.optional(),
        /** Shares its row with the half next to it. */
        half: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(20),
  /** Values that the address stands for: { campus: '<id>', campaign: '…' }. */
  fixed: z.record(z.string(), z.unknown()).default({}),
  submitLabel: labelSchema.default({ 'zh-CN': '提交', en: 'Send' }),
  /** What happens after sending, step by step, under the button and on the page of thanks. */
  nextSteps: z.array(labelSchema).max(4).optional(),
  /** Where to find and whom to ring: the foot of the page. */
  contact: labelSchema.optional(),
  /** Under the thanks, before the steps: what to bring, whom to expect. */
  thanksText: labelSchema.optional(),
  /** Where one may go on from the page of thanks: the shop, the map. */
  thanksLink: z.object({ label: labelSchema, url: z.url({ protocol: /^https?$/ }).max(500) }).optional(),
  /** Above the title. Its files are this installation's: a file of settings carries none to another. */
  cover: formCoverSchema.optional(),
  /** The colour of the button and of what is chosen, as `#2b56d6`. Absent: the product's. */
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .optional(),
  /** Sites that may show the form inside a page of theirs: `https://www.example.com`, `https://*.example.com`. Absent: none. */
  embedOn: z
    .array(z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/i))
    .max(20)
    .optional(),
  thanks: labelSchema.default({ 'zh-CN': '已收到，顾问会尽快联系您', en: 'Received. An adviser will be in touch soon.' }),
})
export type Form = z.infer<typeof formSchema>

/** What a form names: its object, its source, the fields it asks and fixes. */
export const formReferences = (form: Form): ConfigReference[] => [
  { path: ['object'], to: 'object', name: form.object },
  { path: ['sourceId'], to: 'source', name: form.sourceId },
  ...fieldReferences(
    form.object,
    form.fields.map(({ name }) => name),
    ['fields'],
  ),
  ...fieldReferences(form.object, Object.keys(form.fixed), ['fixed']),
]
