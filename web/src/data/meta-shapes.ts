import type { Expression, FieldRight, Label, Layout, Menu, Outcome, Role, View } from '@jieli/core'

/** One field as its reader may use it. */
export interface FieldMeta {
  id?: string
  name: string
  label: Label
  type: string
  settings: Record<string, unknown>
  help?: Label
  /** How it is worked out, in words; people do not type it. */
  how?: Label
  required: boolean
  requiredWhen?: Expression
  readOnly: boolean
  sensitive: boolean
  /** Its values come covered (138****5678); the whole of one is asked for by `reveal`, which is logged. */
  covered?: true
  searchable: boolean
  unique?: true
  right: Exclude<FieldRight, 'none'>
  /** Stands for rows of a sub-table: records of this object, so many at most. */
  rows?: { object: string; max: number }
  /** May be filled in on a new record, even if it is only seen (masked) afterwards. */
  mayFill: boolean
  system?: true
}

export interface ObjectMeta {
  id: string
  name: string
  label: Label
  icon: string
  titleField: string
  stageField?: string
  /** Its records are rows of records of `object`: by which field, in the order of which. */
  partOf?: { object: string; relation: string; position: string }
  can: { create: boolean; update: boolean; delete: boolean }
  fields: FieldMeta[]
}

export interface PersonMeta {
  id: string
  name: string
  departmentId: string | null
  active: boolean
}

export interface DepartmentMeta {
  id: string
  name: string
  parentId: string | null
  path: string
}

/** What the caller may know of the workspace's definitions. */
export interface Meta {
  version: number
  objects: ObjectMeta[]
  views: View[]
  /** At most one an object: that of the caller's roles. */
  layouts: Layout[]
  menu: Menu | null
  outcomes: Outcome[]
  users: PersonMeta[]
  departments: DepartmentMeta[]
  roles?: Role[]
}
