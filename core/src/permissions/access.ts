import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'
import type { Ability, FieldRight, ObjectRights, Role, RowScope } from './role.ts'

/** What one person may do with one object, all roles taken together. */
export interface ObjectAccess {
  create: boolean
  /** Any of these lets a row through. Empty: none. */
  read: RowScope[]
  update: RowScope[]
  delete: RowScope[]
  right(field: FieldInfo): FieldRight
}

/** Who asks, as far as rights go. Made once per request from the directory and the roles; holds no record. */
export interface Access {
  userId: string | null
  /** The person's department as a path, `/1/4/`; rows below it start with it. */
  departmentPath: string | null
  abilities: ReadonlySet<Ability>
  /** Undefined: the object does not exist for this person. */
  object(info: ObjectInfo): ObjectAccess | undefined
}

const order: readonly FieldRight[] = ['none', 'mask', 'read', 'write']
const weaker = (a: FieldRight, b: FieldRight): FieldRight => (order.indexOf(a) <= order.indexOf(b) ? a : b)
const stronger = (a: FieldRight, b: FieldRight): FieldRight => (order.indexOf(a) >= order.indexOf(b) ? a : b)

const rightIn = (rights: ObjectRights, field: FieldInfo): FieldRight => {
  const named = rights.fields[field.name]
  const right = named ?? (field.sensitive ? 'none' : field.system ? 'read' : rights.otherFields)
  return field.readOnly ? weaker(right, 'read') : right
}

/** Scopes differ when two roles open different rows: then a field counts only as far as each of them opens it. */
const sameScope = (all: ObjectRights[]): boolean => new Set(all.map((rights) => JSON.stringify(rights.read))).size <= 1

/**
 * Several roles add up: rows are united. Fields take the strongest right when all roles open the same rows; otherwise the
 * weakest, because a field granted for one's own rows must not come along on everybody's.
 */
const unite = (all: ObjectRights[]): ObjectAccess => {
  const pick = sameScope(all) ? stronger : weaker
  const scopes = (key: 'read' | 'update' | 'delete'): RowScope[] => all.map((rights) => rights[key]).filter((scope) => scope !== 'none')
  return {
    create: all.some((rights) => rights.create),
    read: scopes('read'),
    update: scopes('update'),
    delete: scopes('delete'),
    right: (field) => all.map((rights) => rightIn(rights, field)).reduce(pick),
  }
}

/** The access of a person with these roles. */
export const accessOf = (person: { userId: string; departmentPath: string | null; roles: readonly Role[] }): Access => {
  const known = new Map<string, ObjectAccess | undefined>()
  return {
    userId: person.userId,
    departmentPath: person.departmentPath,
    abilities: new Set(person.roles.flatMap((role) => role.abilities)),
    object: (info) => {
      if (!known.has(info.name)) {
        const rights = person.roles.flatMap((role) => role.objects[info.name] ?? [])
        known.set(info.name, rights.length === 0 ? undefined : unite(rights))
      }
      return known.get(info.name)
    },
  }
}

const everything: ObjectAccess = { create: true, read: ['all'], update: ['all'], delete: ['all'], right: () => 'write' }

/** The platform itself: doors, timers, rules. What it does on a person's behalf is checked with that person's access. */
export const systemAccess: Access = {
  userId: null,
  departmentPath: null,
  abilities: new Set(['configure', 'manage-users', 'see-boards', 'import', 'export', 'assign', 'see-sources', 'create-keys']),
  object: () => everything,
}
