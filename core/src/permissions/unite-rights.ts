import type { FieldInfo } from '../config/snapshot.ts'
import type { FieldRead } from '../computed/field-read.ts'
import type { FieldRight, RightsOnObject, RowScope } from './role.ts'

/**
 * What one person may do with one object, all roles taken together. Roles add up pair by pair: a value is theirs if some
 * single role opens both the row and the field. A field granted for one's own rows never comes along on everybody's, and
 * another role never takes away.
 */
export interface ObjectAccess {
  create: boolean
  /** Any of these lets a row through. Empty: none. */
  read: RowScope[]
  update: RowScope[]
  delete: RowScope[]
  /** The right that holds on every row this person reads: what to go by where the row is not known. */
  right(field: FieldInfo): FieldRight
  /** The strongest right on any row: what a page offers. Values of single rows go by `rowsWith`. */
  best(field: FieldInfo): FieldRight
  /**
   * The rows on which the field has at least this right, out of those that may be read (`mask`, `read`) or changed
   * (`write`). Undefined: all of them; empty: none.
   */
  rowsWith(field: FieldInfo, least: Exclude<FieldRight, 'none'>): RowScope[] | undefined
  /**
   * Whether a new record may come with this field filled in. Who may create may fill what they at least see: a front desk types a
   * number that it will afterwards see masked.
   */
  mayCreateWith(field: FieldInfo): boolean
}

const order: readonly FieldRight[] = ['none', 'mask', 'read', 'write']
const isAtLeast = (right: FieldRight, least: FieldRight): boolean => order.indexOf(right) >= order.indexOf(least)
/** Of two rights the one that opens less. */
export const weaker = (a: FieldRight, b: FieldRight): FieldRight => (isAtLeast(b, a) ? a : b)
const stronger = (a: FieldRight, b: FieldRight): FieldRight => (isAtLeast(a, b) ? a : b)

/** Own members only: a field may be called `constructor`. */
const namedRight = (rights: RightsOnObject, name: string): FieldRight | undefined =>
  Object.hasOwn(rights.fields, name) ? rights.fields[name] : undefined

/**
 * What the same role may do where a computed field reads other records, if all that it reads there are open to the role:
 * undefined otherwise.
 */
export type Elsewhere = (read: FieldRead) => RightsOnObject | undefined

/** What one role may do with a field. */
export const rightIn = (rights: RightsOnObject, field: FieldInfo, elsewhere: Elsewhere): FieldRight => {
  const right =
    namedRight(rights, field.name) ??
    (field.sensitive || (!field.parts && !mayReckon(rights, field, elsewhere))
      ? 'none'
      : field.system
        ? 'read'
        : rights.otherFields)
  // Nobody types what stands for rows, but whoever may change it may change the rows.
  return field.readOnly && !field.parts ? weaker(right, 'read') : right
}

/**
 * Whether a role could work a computed field out for itself: it reads each field that goes into it, and those of other
 * records on every record. Where it could not, the result would tell of what is hidden: only its own grant opens it.
 */
const mayReckon = (rights: RightsOnObject, { computed }: FieldInfo, elsewhere: Elsewhere): boolean =>
  computed?.fault === undefined &&
  (computed?.reads ?? []).every((read) => {
    const there = read.way.length === 0 ? rights : elsewhere(read)
    return there !== undefined && isAtLeast(rightIn(there, read.field, elsewhere), 'read')
  })

type Use = 'read' | 'update' | 'delete'

/** What a share opens besides the role's own scope. What is shared is not to be deleted by the one it is shared with. */
const sharesOfRecords = { read: 'shared', update: 'shared-edit', delete: null } as const satisfies Shares
/** The rows of a sub-table are opened by a share of their record; who may change that may take rows out of it. */
export const sharesOfParts = {
  read: { parent: 'shared' },
  update: { parent: 'shared-edit' },
  delete: { parent: 'shared-edit' },
} as const satisfies Shares
type Shares = Record<Use, RowScope | null>

/**
 * The rows these roles open. A share adds a row to every role that opens any row for this use, so a shared row shows the
 * fields of all one's roles; it opens no object that the roles keep closed, and changes nothing for who may not change.
 */
const scopesOf = (roles: readonly RightsOnObject[], use: Use, shares: Shares): RowScope[] => {
  const scopes = new Map(roles.map((rights) => [JSON.stringify(rights[use]), rights[use]]))
  const opened: RowScope[] = [...scopes.values()].filter((scope) => scope !== 'none')
  const share = shares[use]
  const isOpen = opened.length === 0 || opened.includes('all') || scopes.has(JSON.stringify(share))
  return share === null || isOpen ? opened : [...opened, share]
}

/** The rows those roles open, or undefined when they are all that `roles` open. */
const rowsOf = (
  some: readonly RightsOnObject[],
  roles: readonly RightsOnObject[],
  use: Use,
  shares: Shares,
): RowScope[] | undefined => {
  if (some.length === 0) return []
  if (some.length === roles.length) return undefined
  const scopes = scopesOf(some, use, shares)
  if (scopes.includes('all')) return undefined
  // Scope by scope, never by how many: `own` with its share beside `own` and `all` are two and two, and not the same rows.
  const held = new Set(scopes.map((scope) => JSON.stringify(scope)))
  return scopesOf(roles, use, shares).every((scope) => held.has(JSON.stringify(scope))) ? undefined : scopes
}

/**
 * The rights of several roles on one object, as one. `elsewhere`: what the role of such rights may do with other objects;
 * `shares`: the rows that a share adds to them.
 */
export const uniteRights = (
  roles: readonly RightsOnObject[],
  elsewhere: (rights: RightsOnObject) => Elsewhere = () => () => undefined,
  shares: Shares = sharesOfRecords,
): ObjectAccess => {
  const rightOf = (rights: RightsOnObject, field: FieldInfo): FieldRight => rightIn(rights, field, elsewhere(rights))
  const readers = roles.filter((rights) => rights.read !== 'none')
  const rightsOn = (among: readonly RightsOnObject[], field: FieldInfo): FieldRight[] =>
    (among.length > 0 ? among : roles).map((rights) => rightOf(rights, field))
  return {
    create: roles.some((rights) => rights.create),
    read: scopesOf(roles, 'read', shares),
    update: scopesOf(roles, 'update', shares),
    delete: scopesOf(roles, 'delete', shares),
    // Who opens all rows opens them with at least this; only what the others add is left out.
    right: (field) => {
      const everywhere = readers.filter((rights) => rights.read === 'all')
      return everywhere.length > 0 ? rightsOn(everywhere, field).reduce(stronger) : rightsOn(readers, field).reduce(weaker)
    },
    best: (field) => rightsOn(readers, field).reduce(stronger),
    rowsWith: (field, least) => {
      const use = least === 'write' ? 'update' : 'read'
      return rowsOf(
        roles.filter((rights) => isAtLeast(rightOf(rights, field), least)),
        roles,
        use,
        shares,
      )
    },
    mayCreateWith: (field) => !field.readOnly && roles.some((rights) => rights.create && rightOf(rights, field) !== 'none'),
  }
}
