import {
  typeAndSettingsOf,
  typeFields,
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
  /** How values written beside it are read, where one has many spellings. */
  spelling?: ReturnType<NonNullable<FieldTyping['spellingOf']>>
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
  spelling: typeFields(() => field, fieldTypeRegistry).spellingOf(field.name),
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
  ...typeFields((path) => fields.get(path)?.field, fieldTypeRegistry),
  childTyping: (over) => {
    const below = children.get(over)
    return below && typingOf(below)
  },
})
