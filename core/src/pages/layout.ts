import { z } from 'zod'
import { conditionReferences, fieldReferences, type ConfigReference } from '../config/reference.ts'
import { expressionSchema } from '../formulas/expression.ts'
import { labelSchema } from '../i18n/label.ts'
import { apiNameSchema } from '../objects/object-type.ts'
import { firstForRoles, rolesSchema } from './for-roles.ts'

const placedFieldSchema = z.object({
  field: apiNameSchema,
  /** Takes the whole line, whatever the number of columns. */
  wide: z.boolean().default(false),
  /** Shown only while this holds for the record. Hiding is for the eye; what may not be known is a matter of rights. */
  showWhen: expressionSchema.optional(),
})
export type PlacedField = z.infer<typeof placedFieldSchema>

const sectionSchema = z.object({
  kind: z.literal('section'),
  id: z.string(),
  label: labelSchema,
  columns: z.number().int().min(1).max(3).default(2),
  /** Begins folded; one click opens it. */
  folded: z.boolean().default(false),
  showWhen: expressionSchema.optional(),
  fields: z.array(placedFieldSchema).max(200),
})

const relatedSchema = z.object({
  kind: z.literal('related'),
  id: z.string(),
  /** Records of this object, by the field of theirs that points here. */
  object: apiNameSchema,
  by: apiNameSchema,
  label: labelSchema.optional(),
  columns: z.array(apiNameSchema).max(8).default([]),
  limit: z.number().int().min(1).max(100).default(10),
})

const timelineSchema = z.object({ kind: z.literal('timeline'), id: z.string() })

const partSchema = z.discriminatedUnion('kind', [sectionSchema, relatedSchema, timelineSchema])
export type LayoutPart = z.infer<typeof partSchema>
export type LayoutSection = z.infer<typeof sectionSchema>
export type LayoutRelated = z.infer<typeof relatedSchema>

/**
 * How a record's page is laid out for some roles: tabs of sections, lists of related records, the timeline. Fields that it
 * does not place are not shown there; an object without a layout shows every field.
 */
export const layoutSchema = z.object({
  id: z.string(),
  object: apiNameSchema,
  label: labelSchema,
  ...rolesSchema,
  tabs: z
    .array(z.object({ id: z.string(), label: labelSchema, parts: z.array(partSchema).max(40) }))
    .min(1)
    .max(12),
  /** The fields asked for when a record is made, in this order. Empty: all that may be filled in. */
  form: z.array(placedFieldSchema).max(200).default([]),
})
export type Layout = z.infer<typeof layoutSchema>

/** The layout for somebody with these roles: the first that names one of them, then the first for everybody. */
export const layoutFor = (layouts: readonly Layout[], object: string, roles: readonly string[]): Layout | undefined =>
  firstForRoles(
    layouts.filter((layout) => layout.object === object),
    roles,
  )

/** What a layout names: its object, the fields it places, other objects' records that point here, roles. */
export const layoutReferences = (layout: Layout): ConfigReference[] => {
  const placed = (fields: readonly PlacedField[], path: (string | number)[]): ConfigReference[] =>
    fields.flatMap(({ field, showWhen }, index) => [
      { path: [...path, index, 'field'], to: 'field', object: layout.object, name: field },
      ...conditionReferences(layout.object, showWhen, [...path, index, 'showWhen']),
    ])
  const ofPart = (part: LayoutPart, path: (string | number)[]): ConfigReference[] => {
    if (part.kind === 'timeline') return []
    if (part.kind === 'section')
      return [
        ...conditionReferences(layout.object, part.showWhen, [...path, 'showWhen']),
        ...placed(part.fields, [...path, 'fields']),
      ]
    return [
      { path: [...path, 'object'], to: 'object', name: part.object },
      { path: [...path, 'by'], to: 'field', object: part.object, name: part.by },
      ...fieldReferences(part.object, part.columns, [...path, 'columns']),
    ]
  }
  return [
    { path: ['object'], to: 'object', name: layout.object },
    ...layout.roles.map((name, index) => ({ path: ['roles', index], to: 'role', name })),
    ...layout.tabs.flatMap(({ parts }, tab) => parts.flatMap((part, index) => ofPart(part, ['tabs', tab, 'parts', index]))),
    ...placed(layout.form, ['form']),
  ]
}
