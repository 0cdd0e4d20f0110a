import type { PartOf } from '../objects/part-of.ts'
import type { FieldRight, ObjectRights, RightsOnObject, RowScope } from './role.ts'
import { weaker } from './unite-rights.ts'

/** Every row of all records; the rows of the records in this scope otherwise. */
const ofRecordsIn = (scope: ObjectRights['read']): RowScope => (scope === 'all' || scope === 'none' ? scope : { parent: scope })

/**
 * What a role may do with the rows of a sub-table, made of what it may do with their record and with the field that stands for
 * them. Of its own a role can only narrow it: a column that it names gets that right or the field's, whichever is less, and a
 * sensitive column that it does not name stays closed.
 *
 * @example
 * // Reads orders of the department, changes their own, and may change the lines:
 * rightsOnParts({ parent: { read: 'department', update: 'own', … }, right: 'write', named: { cost: 'none' }, partOf })
 * // { read: { parent: 'department' }, update: { parent: 'own' }, fields: { cost: 'none', order: 'read' }, otherFields: 'write', … }
 */
export const rightsOnParts = ({
  parent,
  right,
  named,
  partOf,
}: {
  parent: ObjectRights
  /** On the field that stands for the rows. */
  right: FieldRight
  /** What the role says of single columns. */
  named: ObjectRights['fields']
  partOf: PartOf
}): RightsOnObject => {
  const changes = right === 'write' ? ofRecordsIn(parent.update) : 'none'
  const isSeen = right === 'read' || right === 'write'
  return {
    // Who may make a record may fill in what they at least see of it.
    create: changes !== 'none' || (isSeen && parent.create),
    read: isSeen ? ofRecordsIn(parent.read) : 'none',
    update: changes,
    delete: changes,
    fields: {
      ...Object.fromEntries(Object.entries(named).map(([name, one]) => [name, weaker(one, right)])),
      // Said when a row is made, and never changed.
      [partOf.relation.name]: weaker('read', right),
    },
    otherFields: right,
  }
}
