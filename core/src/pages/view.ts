import { z } from 'zod'
import { labelSchema } from '../i18n/label.ts'
import { expressionSchema } from '../formulas/expression.ts'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'

/** A saved way to look at an object's records. Never widens what its reader may see. */
export const viewSchema = z.object({
  id: z.string(),
  object: z.string(),
  label: labelSchema,
  kind: z.enum(['list', 'kanban']).default('list'),
  order: z.number().int().default(0),
  /** Null: everyone's. */
  ownerId: z.string().nullable().default(null),
  columns: z.array(z.string()).max(60).default([]),
  where: expressionSchema.optional(),
  sort: z
    .array(z.object({ field: z.string(), direction: z.enum(['asc', 'desc']) }))
    .max(4)
    .default([]),
  groupBy: z.string().optional(),
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
  ...fieldReferences(view.object, [view.groupBy], ['groupBy']),
]
