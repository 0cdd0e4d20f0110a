import type { FieldInfo, FieldRight, ObjectAccess, ObjectInfo, Role } from '@jieli/core'
import { accessTo } from './rights-of.ts'

/** What roles together let somebody see of an object. */
export interface Seen {
  /** Absent: the object does not exist for them. */
  access: ObjectAccess | undefined
  fields: { field: FieldInfo; right: FieldRight }[]
  /** Fields that are nowhere to be seen, not even by name. */
  missing: FieldInfo[]
  /** How many fields come under each right. */
  counts: Record<FieldRight, number>
}

/** What the platform keeps for itself (id, revision …) is nobody's to grant. */
export const grantableFieldsOf = (object: ObjectInfo): FieldInfo[] =>
  [...object.fields.values()].filter(({ system }) => !system)

/**
 * Reckoned by the function that the server uses, so that the preview cannot promise something else. Where several roles open
 * different rows, a field counts with the right that holds on all of them.
 */
export const seenBy = (roles: Role[], object: ObjectInfo): Seen => {
  const access = accessTo(roles, object)
  const all = grantableFieldsOf(object).map((field) => ({ field, right: access?.right(field) ?? ('none' as const) }))
  const count = (right: FieldRight): number => all.filter((one) => one.right === right).length
  return {
    access,
    fields: all.filter(({ right }) => right !== 'none'),
    missing: all.filter(({ right }) => right === 'none').map(({ field }) => field),
    counts: { write: count('write'), read: count('read'), mask: count('mask'), none: count('none') },
  }
}

/** Whether every role alone would show the same rows: then it is their fields only that add up. */
export const showSameRows = (roles: Role[], object: string): boolean =>
  new Set(roles.map((role) => JSON.stringify(role.objects[object]?.read ?? 'none'))).size <= 1
