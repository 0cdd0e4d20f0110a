import type { Value } from '../formulas/expression.ts'
import type { FieldTypes } from './field-type.ts'
import { linkIn, type Link } from './link.ts'
import { typeAndSettingsOf, type TypedField } from './settings-of.ts'

/** A record that a value points to. */
export interface Pointer extends Link {
  /** What stands for it in the value: the id, or the whole link. Titles are told by it. */
  key: string
}

/** The objects whose records a field may point to: one of a relation, several of a link, none of what does not point. */
export const targetsOf = (field: TypedField, fieldTypes: FieldTypes): readonly string[] => {
  const type = fieldTypes[field.type]
  if (type?.targets) return type.targets(typeAndSettingsOf(field, fieldTypes).settings)
  return type?.isRelation ? [String(field.settings['object'] ?? field.type)] : []
}

/** The records that a value of the field points to: none, one, or those of a list. */
export const pointersIn = (field: TypedField, value: Value | undefined, fieldTypes: FieldTypes): Pointer[] => {
  const targets = targetsOf(field, fieldTypes)
  const [object] = targets
  if (object === undefined) return []
  if (fieldTypes[field.type]?.targets) {
    const link = linkIn(value)
    return link && targets.includes(link.object) ? [{ ...link, key: String(value) }] : []
  }
  return [value ?? null].flat().flatMap((id) => (typeof id === 'string' ? [{ object, id, key: id }] : []))
}

/**
 * Whether a reader gets only the part of its values that points to records they may see: so of lists of records, and of links.
 * No value that is kept may rest on such a field, and a log of whole values is no answer to a reader.
 */
export const isSeenInPart = ({ type }: Pick<TypedField, 'type'>, fieldTypes: FieldTypes): boolean => {
  const facts = fieldTypes[type]
  return facts?.targets !== undefined || (facts?.isRelation === true && facts.valueType === 'list')
}
