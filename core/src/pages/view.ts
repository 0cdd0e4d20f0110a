import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'
import { expressionSchema } from '../formulas/expression.ts'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'

/** How records are shown. A kind is a folder of its own in the pages. */
export const viewKinds = ['list', 'kanban', 'calendar', 'gallery', 'gantt'] as const
export type ViewKind = (typeof viewKinds)[number]

/** Marks a row by a condition: the first that holds gives its colour. */
const colourRuleSchema = z.object({ where: expressionSchema, tone: z.enum(['ok', 'warn', 'err', 'info', 'acc', 'mute']) })

/** A saved way to look at an object's records. Never widens what its reader may see. */
export const viewSchema = z.object({
  id: z.string(),
  object: z.string(),
  label: labelSchema,
  kind: z.enum(viewKinds).default('list'),
  order: z.number().int().default(0),
  /** Null: everyone's. */
  ownerId: z.string().nullable().default(null),
  columns: z.array(z.string()).max(60).default([]),
  where: expressionSchema.optional(),
  sort: z
    .array(z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) }))
    .max(4)
    .default([]),
  /** List: groups of rows; kanban: the columns of the board. */
  groupBy: z.string().optional(),
  /** Calendar and gantt: when it is, or begins. */
  startField: z.string().optional(),
  /** Calendar and gantt: when it ends. */
  endField: z.string().optional(),
  /** Gallery: the picture on the card. */
  coverField: z.string().optional(),
  colours: z.array(colourRuleSchema).max(8).default([]),
  /** Figures under the columns of a list and above those of a kanban. */
  summaries: z
    .array(z.object({ field: z.string(), fn: z.enum(['count', 'filled', 'sum', 'avg', 'min', 'max']) }))
    .max(12)
    .default([]),
})
export type View = z.infer<typeof viewSchema>

/** What a view names: its object, and fields of it. */
export const viewReferences = (view: View): ConfigReference[] => [
  { path: ['object'], to: 'object', name: view.object },
  ...fieldReferences(view.object, view.columns, ['columns']),
  ...conditionReferences(view.object, view.where, ['where']),
  ...fieldReferences(
    view.object,
    view.sort.map(({ field }) => field),
    ['sort'],
  ),
  ...(['groupBy', 'startField', 'endField', 'coverField'] as const).flatMap((member) =>
    fieldReferences(view.object, [view[member]], [member]),
  ),
  ...view.colours.flatMap(({ where }, index) => conditionReferences(view.object, where, ['colours', index, 'where'])),
  ...fieldReferences(
    view.object,
    view.summaries.map(({ field }) => field),
    ['summaries'],
  ),
]
