import { z } from 'zod'
import { expressionSchema } from '../formulas/expression.ts'
import { refuseDeep } from './refuse-deep.ts'

/** From a client: nested as deep as it likes. */
const clientExpression = refuseDeep(expressionSchema)
/** A path over at most three relations. */
const pathSchema = z.string().min(1).max(200)

/** A figure over a group. `distinct` counts different values, none not among them; `share` is the part of rows for which `where` holds, of those for which `of` holds (or of all). */
export const measureSchema = z.strictObject({
  as: z.string().regex(/^[a-zA-Z]\w{0,59}$/),
  fn: z.enum(['count', 'distinct', 'sum', 'avg', 'min', 'max', 'median', 'share']),
  of: clientExpression.optional(),
  where: clientExpression.optional(),
})
export type Measure = z.infer<typeof measureSchema>

/**
 * The one form every read takes: list, board, search, picker, export, dashboard, automation.
 * It is data; `authorise` turns it into an AuthorisedQuery, and only that compiles to SQL.
 */
export const recordQuerySchema = z.strictObject({
  object: z.string().max(60),
  /** Field paths, `campus.name` allowed. Absent: every field the reader may see. */
  select: z.array(pathSchema).max(200).optional(),
  where: clientExpression.optional(),
  /** Free text over the searchable fields the reader may see. */
  search: z.string().max(100).optional(),
  sort: z
    .array(z.strictObject({ field: pathSchema, direction: z.enum(['asc', 'desc']).default('asc') }))
    .max(4)
    .optional(),
  limit: z.number().int().min(1).max(1_000).default(50),
  /** Opaque cursor of the page before; keyset, so it holds while rows come and go. */
  after: z.string().max(2_000).optional(),
  /** The page before: the cursor that came as `previous`. */
  before: z.string().max(2_000).optional(),
  /** `capped` counts to 1,000 and says so; `exact` counts all; `none` is fastest. */
  count: z.enum(['none', 'capped', 'exact']).default('none'),
  /** Reads the recycle bin instead. */
  deleted: z.boolean().default(false),
  /** Figures over all that match, not only this page: what stands below the columns of a list. */
  totals: z.array(measureSchema).max(12).optional(),
})
export type RecordQuery = z.output<typeof recordQuerySchema>
export type RecordQueryInput = z.input<typeof recordQuerySchema>

/** Groups and figures. Keys are expressions, so time buckets are functions: `hourOf(createdAt)`. */
export const groupQuerySchema = z.strictObject({
  object: z.string().max(60),
  where: clientExpression.optional(),
  search: z.string().max(100).optional(),
  groupBy: z.array(z.strictObject({ as: z.string().regex(/^[a-zA-Z]\w{0,59}$/), of: clientExpression })).max(3),
  measures: z.array(measureSchema).min(1).max(12),
  /** A condition over the names of keys and measures: `greaterThan(count, 10)`. Groups for which it does not hold are left out. */
  having: clientExpression.optional(),
  sort: z
    .array(z.strictObject({ by: z.string().max(60), direction: z.enum(['asc', 'desc']).default('asc') }))
    .max(3)
    .optional(),
  limit: z.number().int().min(1).max(5_000).default(1_000),
  /** What `limit` leaves out, as one group more: its keys are null and `_others` is true. Not together with `having`. */
  others: z.boolean().default(false),
})
export type GroupQuery = z.output<typeof groupQuerySchema>
export type GroupQueryInput = z.input<typeof groupQuerySchema>

/**
 * A board: the records of each column, newest or first in the given order, each column with a page, count and sum of its own.
 * `by` is the field the columns are values of, usually the stage; a column's `after` is the `next` it was given, its `sort`
 * an order of its own: what is open by when it is due, what is won by when it was won.
 */
export const boardQuerySchema = recordQuerySchema.omit({ after: true, before: true, totals: true, deleted: true }).extend({
  by: pathSchema,
  columns: z
    .array(
      z.strictObject({
        value: z.string().max(100).nullable(),
        after: z.string().max(2_000).optional(),
        sort: recordQuerySchema.shape.sort,
      }),
    )
    .min(1)
    .max(20),
  /** A number to sum up in each column. Absent sums: the column has more records than a capped count looks at. */
  sum: pathSchema.optional(),
  limit: z.number().int().min(1).max(100).default(20),
  count: z.enum(['none', 'capped', 'exact']).default('capped'),
})
export type BoardQuery = z.output<typeof boardQuerySchema>
export type BoardQueryInput = z.input<typeof boardQuerySchema>
