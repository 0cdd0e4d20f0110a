import type { FieldInfo, ObjectInfo } from '../config/snapshot.ts'

/** What the rows of a sub-table are part of, and by which field of the record that is. */
export interface PartOf {
  /** Rows of rows there are none: it is part of nothing itself. */
  parent: ObjectInfo
  /** The rows' relation to their record. It is set once: a row never moves to another record. */
  relation: FieldInfo
  /** The rows' number among their record's. */
  position: FieldInfo
  /** The parent's field that stands for the rows. Whoever may read or change it may read or change them. */
  field: FieldInfo
}

/**
 * Tells objects that are sub-tables what they are part of, and every object which sub-tables there are. An object whose relation or
 * whose parent's field is gone, or whose parent is itself a sub-table, is left without: its rows are then out of everybody's reach
 * (`isOrphan`) until the field is brought back.
 */
export const linkParts = (objects: Map<string, ObjectInfo>): Map<string, ObjectInfo> => {
  const subTables = new Map([...objects].filter(([, { definition }]) => definition.partOf !== undefined))
  for (const info of objects.values()) {
    const partOf = findParent(objects, info)
    if (partOf) info.partOf = partOf
    info.subTables = subTables
  }
  return objects
}

/** A sub-table, with what it is part of. */
export type SubTable = ObjectInfo & { partOf: PartOf }

/** The sub-tables of an object: those whose rows are part of its records. */
export const subTablesOf = (info: ObjectInfo): SubTable[] =>
  [...(info.subTables?.values() ?? [])].filter((part): part is SubTable => part.partOf?.parent === info)

const findParent = (objects: ReadonlyMap<string, ObjectInfo>, info: ObjectInfo): PartOf | undefined => {
  const { partOf } = info.definition
  const relation = partOf && info.fields.get(partOf.relation)
  const position = partOf && info.fields.get(partOf.position)
  const parent = objects.get(String(relation?.settings['object'] ?? ''))
  if (!relation || !position || !parent || parent.definition.partOf) return undefined
  const field = [...parent.fields.values()].find(({ parts }) => parts?.over === `${info.name}.${relation.name}`)
  return field && { parent, relation, position, field }
}

/** True of a sub-table that no field stands for any more. */
export const isOrphan = ({ definition, partOf }: ObjectInfo): boolean => definition.partOf !== undefined && partOf === undefined
