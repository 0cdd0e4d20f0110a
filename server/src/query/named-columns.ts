import {
  typeAndSettingsOf,
  type AuthorisedChildren,
  type ChildSource,
  type FieldInfo,
  type FieldTyping,
  type ValueType,
} from '@jieli/core'
import { fieldTypeRegistry } from '../registries.ts'

/** A value where it stands in the statement. */
export interface Column {
  sql: string
  type: ValueType
  /** The PostgreSQL type, where it matters: of ids. */
  columnType: string | undefined
  /** The bare column, where the value is the part of its list that the reader may know. */
  whole?: string | undefined
}

/** Its SQL is not made before it is asked for: what is made and not used has parameters that no text uses. */
export const columnOf = (sql: () => string, field: FieldInfo, whole?: () => string): Column => ({
  get sql() {
    return sql()
  },
  type: fieldTypeRegistry[field.type]?.valueType ?? 'any',
  columnType: columnTypeOf(field),
  get whole() {
    return whole?.()
  },
})

/** What expressions may name: fields of a record, and its children where they can be had. */
export interface Named {
  column(path: string): Column | undefined
  children?(over: string): { typing: FieldTyping; open(): ChildSource } | undefined
}

/** What a field's values are, to the language. */
export const valueTypeOf = (field: FieldInfo | undefined): ValueType | undefined =>
  field && (fieldTypeRegistry[field.type]?.valueType ?? 'any')

const columnTypeOf = (field: FieldInfo): string => {
  const { type, settings } = typeAndSettingsOf(field, fieldTypeRegistry)
  return type.column(settings)
}

/** The types of what may be named of children, and of theirs. */
export const typingOf = ({ fields, children }: AuthorisedChildren): FieldTyping => ({
  typeOf: (path) => valueTypeOf(fields.get(path)?.field),
  childTyping: (over) => {
    const below = children.get(over)
    return below && typingOf(below)
  },
})
