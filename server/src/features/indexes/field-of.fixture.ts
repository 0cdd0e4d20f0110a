import type { FieldInfo } from '@jieli/core'

/** A field as the snapshot has it, of which only type, settings and column matter to an index. */
export const fieldOf = (type: string, settings: Record<string, unknown> = {}, column = 'f_7'): FieldInfo => ({
  name: 'x',
  label: { 'zh-CN': 'x' },
  type,
  settings,
  column,
  required: false,
  sensitive: false,
  readOnly: false,
  identifies: false,
  searchable: false,
  system: false,
})
