import type { FieldMeta, ObjectMeta } from './meta-shapes.ts'

/** A field as somebody has it who may do everything with it: a text, named as it is labelled, unless the test says more. */
export const fieldMeta = (name: string, more: Partial<FieldMeta> = {}): FieldMeta => ({
  name,
  label: { 'zh-CN': name },
  type: 'text',
  settings: {},
  required: false,
  readOnly: false,
  sensitive: false,
  searchable: false,
  right: 'write',
  mayFill: true,
  ...more,
})

/** An object whose records may all be made, changed and deleted. */
export const objectMeta = (name: string, fields: FieldMeta[], more: Partial<ObjectMeta> = {}): ObjectMeta => ({
  id: name,
  name,
  label: { 'zh-CN': name },
  icon: 'box',
  titleField: 'name',
  can: { create: true, update: true, delete: true },
  fields,
  ...more,
})
