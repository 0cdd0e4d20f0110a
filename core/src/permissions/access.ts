import type { ObjectInfo } from '../config/snapshot.ts'
import type { FieldRead } from '../computed/field-read.ts'
import { isOrphan } from '../objects/part-of.ts'
import { rightsOnParts } from './part-rights.ts'
import { rightIn, sharesOfParts, uniteRights, type Elsewhere, type ObjectAccess } from './unite-rights.ts'
import type { Ability, ObjectRights, RightsOnObject, Role } from './role.ts'

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
  /**
   * Whether sensitive values come covered (138****5678), also those that may be read: so they do to people, who uncover one at
   * a time and are written down for it. Programs and the platform get them whole.
   */
  covers: boolean
  /** Undefined: the object does not exist for this person. */
  object(info: ObjectInfo): ObjectAccess | undefined
}

const namedIn = (role: Role, object: string): ObjectRights | undefined =>
  Object.hasOwn(role.objects, object) ? role.objects[object] : undefined

/** What a role may do with an object. Of the rows of a sub-table it follows from what it may do with their record. */
const rightsOn = (role: Role, info: ObjectInfo): RightsOnObject | undefined => {
  if (isOrphan(info)) return undefined
  const { partOf } = info
  const own = namedIn(role, info.name)
  if (!partOf) return own
  const parent = namedIn(role, partOf.parent.name)
  if (!parent) return undefined
  const right = rightIn(parent, partOf.field, () => undefined)
  return right === 'none' ? undefined : rightsOnParts({ parent, right, named: own?.fields ?? {}, partOf })
}

/**
 * What a role may do where a computed field of `info` reads other records: nothing unless they are all open to it. A record and
 * its rows are seen together, so from one to the other they are.
 */
const rightsElsewhere = (role: Role, info: ObjectInfo): Elsewhere => {
  const isTogether = ({ way: [step, ...more] }: FieldRead): ObjectInfo | undefined => {
    if (!step || more.length > 0) return undefined
    const rows = step.kind === 'down' ? info.subTables?.get(step.to) : info
    if (rows?.partOf?.relation.name !== step.relation.name) return undefined
    return step.kind === 'down' ? rows : rows.partOf.parent
  }
  return (read) => {
    const together = isTogether(read)
    if (together) return rightsOn(role, together)
    const rows = info.subTables?.get(read.object)
    const there = rows ? rightsOn(role, rows) : namedIn(role, read.object)
    return there?.read === 'all' ? there : undefined
  }
}

interface Person {
  userId: string
  departmentPath: string | null
  roles: readonly Role[]
  maySeeShared?: (object: string) => boolean
  covers?: boolean
}

/** The access of a person with these roles. */
export const accessOf = (person: Person): Access => {
  const known = new Map<string, ObjectAccess | undefined>()
  return {
    userId: person.userId,
    departmentPath: person.departmentPath,
    abilities: new Set(person.roles.flatMap((role) => role.abilities)),
    maySeeShared: person.maySeeShared ?? (() => true),
    covers: person.covers ?? false,
    object: (info) => {
      if (!known.has(info.name)) known.set(info.name, accessTo(info, person.roles))
      return known.get(info.name)
    },
  }
}

const accessTo = (info: ObjectInfo, among: readonly Role[]): ObjectAccess | undefined => {
  const roles = new Map(
    among.flatMap((role) => {
      const rights = rightsOn(role, info)
      return rights ? [[rights, role] as const] : []
    }),
  )
  if (roles.size === 0) return undefined
  const elsewhere = (rights: RightsOnObject): Elsewhere => {
    const role = roles.get(rights)
    return role ? rightsElsewhere(role, info) : () => undefined
  }
  return uniteRights([...roles.keys()], elsewhere, info.partOf && sharesOfParts)
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
  covers: false,
  object: () => everything,
}
