import { useQuery } from '@tanstack/react-query'
import { targetsOf, writeLink, type Expression, type FieldTypes, type Link } from '@jieli/core'
import { fieldTypes } from '@jieli/extensions/field-types'
import type { FieldMeta, Meta, ObjectMeta } from './meta-shapes.ts'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export const useMetaQuery = () =>
  useQuery({ queryKey: queryKeys.meta, queryFn: ({ signal }) => api.get<Meta>('/meta', { signal }), staleTime: Infinity })

/** The definitions, inside the signed-in shell, which waits for them. */
export const useMeta = (): Meta => {
  const { data } = useMetaQuery()
  if (!data) throw new Error('useMeta is for pages inside the signed-in shell')
  return data
}

/** Undefined when the reader may not know the object. */
export const useObject = (name: string): ObjectMeta | undefined => useMeta().objects.find((object) => object.name === name)

export const fieldOf = (object: ObjectMeta | undefined, name: string): FieldMeta | undefined =>
  object?.fields.find((field) => field.name === name)

export interface SelectOption {
  id: string
  label: { 'zh-CN': string; en?: string }
  color?: number
  archived?: boolean
}
/** The options of a select-like field; none for the others. */
export const optionsOf = (field: FieldMeta | undefined): SelectOption[] => {
  const options = field?.settings['options']
  return Array.isArray(options) ? (options as SelectOption[]) : []
}

export const usePersonName = (): ((id: string | null | undefined) => string) => {
  const { users } = useMeta()
  return (id) => users.find((user) => user.id === id)?.name ?? ''
}

/** The object whose records the field points to, one or many of them; undefined: it points to none that one chooses. */
export const pointedAt = ({ type, settings }: Pick<FieldMeta, 'type' | 'settings'>): string | undefined =>
  type === 'relation' || type === 'relations' ? String(settings['object'] ?? '') || undefined : undefined

/** The objects whose records the field may point to: of a relation one, of a link those it offers, none of what points to none. */
export const objectsPointedAt = (field: Pick<FieldMeta, 'name' | 'type' | 'settings'>): readonly string[] => {
  const one = pointedAt(field)
  return one === undefined && saysObject(field) ? targetsOf(field, fieldTypes as FieldTypes) : [one ?? []].flat()
}

/** Whether its values say of which object the record is that they point to. */
export const saysObject = ({ type }: Pick<FieldMeta, 'type'>): boolean =>
  (fieldTypes as FieldTypes)[type]?.targets !== undefined

/** Asks for the records whose field points to this one. */
export const pointsTo = (field: FieldMeta, { object, id }: Link): Expression => ({
  call: pointsToMany(field) ? 'includes' : 'equals',
  args: [{ field: field.name }, { value: saysObject(field) ? writeLink({ object, id }) : id }],
})

/** Holds several records rather than one: asked with 包括, not with 等于. */
const pointsToMany = ({ type }: Pick<FieldMeta, 'type'>): boolean => type === 'relations'
