import {
  accessOf,
  buildSnapshot,
  objectRightsSchema,
  type Ability,
  type FieldInfo,
  type FieldTypes,
  type FieldRight,
  type ObjectAccess,
  type ObjectInfo,
  type ObjectRights,
  type ObjectType,
  type Role,
  type RoleScope,
} from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import { formulaFunctions } from '@jieli/extensions/formula-functions'

/** Objects as the engine reckons with them; the same function the server uses. */
export const objectsOf = (definitions: ObjectType[]): ObjectInfo[] => [
  ...buildSnapshot(
    { version: 0, name: '', timeZone: 'Asia/Shanghai' },
    definitions.map((item) => ({ kind: 'object' as const, id: item.name, item })),
    { fieldTypes: fieldTypes as unknown as FieldTypes, functions: formulaFunctions },
  ).objects.values(),
]

/** What roles together may do with an object; undefined when it does not exist for them. */
export const accessTo = (roles: Role[], info: ObjectInfo, userId = ''): ObjectAccess | undefined => {
  const access = accessOf({ userId, departmentPath: null, roles }).object(info)
  return access && access.read.length > 0 ? access : undefined
}

export const rightOf = (role: Role, info: ObjectInfo, field: FieldInfo): FieldRight =>
  accessTo([role], info)?.right(field) ?? 'none'

/** The states a cell may take: nobody edits what the platform fills; what stands for rows is changed with them. */
export const statesOf = (field: FieldInfo): FieldRight[] =>
  field.readOnly && !field.parts ? ['read', 'mask', 'none'] : ['write', 'read', 'mask', 'none']

const rightsIn = (role: Role, object: string): ObjectRights => role.objects[object] ?? objectRightsSchema.parse({})
const withRights = (role: Role, object: string, more: Partial<ObjectRights>): Role => ({
  ...role,
  objects: { ...role.objects, [object]: { ...rightsIn(role, object), ...more } },
})

export const withFieldRight = (role: Role, object: string, change: { field: string; right: FieldRight }): Role =>
  withRights(role, object, { fields: { ...rightsIn(role, object).fields, [change.field]: change.right } })

export const rowKeys = ['read', 'update', 'delete'] as const
export type RowKey = (typeof rowKeys)[number]
export const withScope = (role: Role, object: string, change: { key: RowKey; scope: RoleScope }): Role =>
  withRights(role, object, { [change.key]: change.scope })
export const withCreate = (role: Role, object: string, create: boolean): Role => withRights(role, object, { create })
export const scopeOf = (role: Role, object: string, key: RowKey): RoleScope => rightsIn(role, object)[key]
export const mayCreate = (role: Role, object: string): boolean => rightsIn(role, object).create

/** The right to every field that is not named, those added later among them; sensitive ones are always named. */
export const otherFieldsOf = (role: Role, object: string): FieldRight => rightsIn(role, object).otherFields
export const withOtherFields = (role: Role, object: string, otherFields: FieldRight): Role =>
  withRights(role, object, { otherFields })

/** A role with an ability, or without it. */
export const withAbility = (role: Role, ability: Ability, on: boolean): Role => ({
  ...role,
  abilities: on ? [...role.abilities, ability] : role.abilities.filter((one) => one !== ability),
})
