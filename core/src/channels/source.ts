import { z } from 'zod'
import { expressionSchema } from '../formulas/expression.ts'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'

/** Where leads come from: a form, a webhook, a file, a person. `connector` names a folder in `extensions/connectors`. */
export const sourceSchema = z.object({
  /** In the URL of webhooks: `/in/{id}`. */
  id: z.string().regex(/^[a-z0-9][a-z0-9-]{0,59}$/),
  label: z.string().min(1).max(60),
  connector: z.string(),
  enabled: z.boolean().default(true),
  object: z.string().default('lead'),
  /** Settings of the connector, secrets excepted (those are kept encrypted, apart). */
  settings: z.record(z.string(), z.unknown()).default({}),
  /** Their field → ours, by path into the payload: { phone: 'telephone', note: 'remark_dict.备注' }. */
  mapping: z.record(z.string(), z.string()).default({}),
  /** Values for what they do not send. */
  defaults: z.record(z.string(), z.unknown()).default({}),
  /** Records for which this holds are refused, kept with the reason. */
  refuseWhen: expressionSchema.optional(),
})
export type Source = z.infer<typeof sourceSchema>

/** What a source names: its object, and fields of it. */
export const sourceReferences = (source: Source): ConfigReference[] => [
  { path: ['object'], to: 'object', name: source.object },
  ...fieldReferences(source.object, Object.keys(source.mapping), ['mapping']),
  ...fieldReferences(source.object, Object.keys(source.defaults), ['defaults']),
  ...conditionReferences(source.object, source.refuseWhen, ['refuseWhen']),
]
