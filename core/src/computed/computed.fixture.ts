import { describeObjects, type ObjectInfo } from '../config/snapshot.ts'
import { defineFieldType, type Computation, type FieldTypes } from '../fields/field-type.ts'
import { z } from 'zod'
import { objectTypeSchema, type FieldDraft } from '../objects/object-type.ts'

const plain = {
  icon: 'x',
  settings: z.looseObject({}),
  column: () => 'text',
  parse: () => ({ ok: true, value: null }) as const,
  format: String,
  samples: [],
}

/** The fewest types that the engine can be tried with: text, number, a relation, and whatever an expression says. */
export const fieldTypes = {
  text: defineFieldType({ ...plain, name: 'text', label: { 'zh-CN': '文本' }, valueType: 'text' }),
  phone: defineFieldType({ ...plain, name: 'phone', label: { 'zh-CN': '电话' }, valueType: 'text', mask: () => '***' }),
  number: defineFieldType({ ...plain, name: 'number', label: { 'zh-CN': '数字' }, valueType: 'number' }),
  id: defineFieldType({ ...plain, name: 'id', label: { 'zh-CN': '编号' }, valueType: 'id' }),
  instant: defineFieldType({ ...plain, name: 'instant', label: { 'zh-CN': '时刻' }, valueType: 'instant' }),
  user: defineFieldType({ ...plain, name: 'user', label: { 'zh-CN': '人' }, valueType: 'id', isRelation: true }),
  'department-path': defineFieldType({ ...plain, name: 'department-path', label: { 'zh-CN': '部门' }, valueType: 'text' }),
  relation: defineFieldType({ ...plain, name: 'relation', label: { 'zh-CN': '关联' }, valueType: 'id', isRelation: true }),
  reckoned: defineFieldType({
    ...plain,
    name: 'reckoned',
    label: { 'zh-CN': '计算' },
    valueType: 'text',
    computed: (settings) => settings as unknown as Computation,
  }),
} as unknown as FieldTypes

/** Objects by name, each with its fields by name: `{ deal: { sum: { type: 'reckoned', settings } } }`. */
export const objectsOf = (shape: Record<string, Record<string, Partial<FieldDraft>>>): ReadonlyMap<string, ObjectInfo> =>
  describeObjects(
    Object.entries(shape).map(([name, fields], index) =>
      objectTypeSchema.parse({
        id: `o_${index}`,
        name,
        label: { 'zh-CN': name },
        titleField: 'name',
        fields: Object.entries(fields).map(([field, more], at) => ({
          id: `f_${index * 100 + at}`,
          name: field,
          label: { 'zh-CN': field },
          type: 'text',
          ...more,
        })),
      }),
    ),
    { fieldTypes, functions: {} },
  )

/** A computed field's settings: what from, and like which type. */
export const reckoned = (expression: Computation['expression'], as: Computation['as'] = { type: 'number', settings: {} }) => ({
  type: 'reckoned',
  settings: { expression, as } as unknown as Record<string, unknown>,
})
