import { z } from 'zod'
import { expressionSchema } from '../formulas/expression.ts'
import { labelSchema } from '../i18n/label.ts'

/** Names used in the API, in formulas and in files. Never shown; never changed once made. */
export const apiNameSchema = z.string().regex(/^[a-z][a-zA-Z0-9]{0,59}$/)

/**
 * One field of an object, as an admin made it. `id` names the column for good (`f_203`); renaming is a change of label.
 */
export const fieldSchema = z.object({
  id: z.string().regex(/^f_\d+$/),
  name: apiNameSchema,
  label: labelSchema,
  type: z.string(),
  settings: z.record(z.string(), z.unknown()).default({}),
  help: labelSchema.optional(),
  required: z.boolean().default(false),
  /** Must be filled in while this holds for the record itself, on every way in: 成交 needs 成交金额. */
  requiredWhen: expressionSchema.optional(),
  /** Denied to every role that does not name it: 手机号, 身份证, 佣金. */
  sensitive: z.boolean().default(false),
  /** Filled by the platform (first follow-up, outcome …); people see it but do not type it. */
  readOnly: z.boolean().default(false),
  /** Its normalised value identifies a customer: two records never share it. */
  identifies: z.boolean().default(false),
  searchable: z.boolean().default(false),
  /** No two records in use hold the same value; empty ones never clash. Only for types that have a `uniqueKey`. */
  unique: z.boolean().optional(),
})
export type Field = z.infer<typeof fieldSchema>

/** A kind of record: 线索, 订单, or whatever an admin models. One table, `o_<n>`, one column a field. */
export const objectTypeSchema = z.object({
  id: z.string().regex(/^o_\d+$/),
  name: apiNameSchema,
  label: labelSchema,
  icon: z.string().default('table-2'),
  /** The field shown where a record is mentioned. */
  titleField: apiNameSchema,
  /** Select field that holds the stage, for kanban and pipelines. */
  stageField: apiNameSchema.optional(),
  /**
   * Its records are rows of a sub-table: each part of the record that `relation` points to, in the order of `position`. They
   * have no owner and no rights of their own, and go and come back with that record.
   */
  partOf: z.strictObject({ relation: apiNameSchema, position: apiNameSchema }).optional(),
  /** Came with the platform, whose work rests on it: it is not deleted. */
  isStandard: z.boolean().optional(),
  fields: z.array(fieldSchema).max(1_000),
})
export type ObjectType = z.infer<typeof objectTypeSchema>

/** What a definition file or the designer gives: ids are the platform's to hand out. */
export const fieldDraftSchema = fieldSchema.omit({ id: true })
export type FieldDraft = z.input<typeof fieldDraftSchema>
export const objectDraftSchema = objectTypeSchema.omit({ id: true, fields: true }).extend({ fields: z.array(fieldDraftSchema) })
export type ObjectDraft = z.input<typeof objectDraftSchema>
