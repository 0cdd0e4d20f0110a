import { useQuery } from '@tanstack/react-query'
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

/** Holds several records rather than one: asked with 包括, not with 等于. */
export const pointsToMany = ({ type }: Pick<FieldMeta, 'type'>): boolean => type === 'relations'
