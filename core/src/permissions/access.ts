import type { ObjectInfo } from '../config/snapshot.ts'
import { uniteRights, type ObjectAccess } from './unite-rights.ts'
import type { Ability, ObjectRights, Role } from './role.ts'

/** Who asks, as far as rights go. Made once per request from the directory and the roles; holds no record. */
export interface Access {
  userId: string | null
  /** The person's department as a path, `/1/4/`; rows below it start with it. */
  departmentPath: string | null
  abilities: ReadonlySet<Ability>
  /**
   * Whether some record of the object may be shared with this person. Where not, queries leave shares out and keep the plain
   * plan. `false` may be late, and then hides a share; it is `true` where nobody knows.
   */
  maySeeShared(object: string): boolean
  /** Undefined: the object does not exist for this person. */
  object(info: ObjectInfo): ObjectAccess | undefined
}

const rightsOn = (role: Role | undefined, object: string): ObjectRights | undefined =>
  role && Object.hasOwn(role.objects, object) ? role.objects[object] : undefined

interface Person {
  userId: string
  departmentPath: string | null
  roles: readonly Role[]
  maySeeShared?: (object: string) => boolean
}

/** The access of a person with these roles. */
export const accessOf = (person: Person): Access => {
  const known = new Map<string, ObjectAccess | undefined>()
  return {
    userId: person.userId,
    departmentPath: person.departmentPath,
    abilities: new Set(person.roles.flatMap((role) => role.abilities)),
    maySeeShared: person.maySeeShared ?? (() => true),
    object: (info) => {
      if (!known.has(info.name)) {
        const roles = new Map(
          person.roles.flatMap((role) => {
            const rights = rightsOn(role, info.name)
            return rights ? [[rights, role] as const] : []
          }),
        )
        const elsewhere = (rights: ObjectRights) => (object: string) => rightsOn(roles.get(rights), object)
        known.set(info.name, roles.size === 0 ? undefined : uniteRights([...roles.keys()], elsewhere))
      }
      return known.get(info.name)
    },
  }
}

const everything: ObjectAccess = {
  create: true,
  read: ['all'],
  update: ['all'],
  delete: ['all'],
  right: () => 'write',
  best: () => 'write',
  rowsWith: () => undefined,
  mayCreateWith: () => true,
}

/** The platform itself: doors, timers, rules. What it does on a person's behalf is checked with that person's access. */
export const systemAccess: Access = {
  userId: null,
  departmentPath: null,
  abilities: new Set([
    'configure',
    'manage-users',
    'see-boards',
    'edit-boards',
    'import',
    'export',
    'assign',
    'see-sources',
    'create-keys',
    'see-audit',
  ]),
  maySeeShared: () => false,
  object: () => everything,
}
