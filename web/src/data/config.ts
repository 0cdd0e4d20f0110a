import { useMutation, useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { Actor, ConfigKind, ConfigOf } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface ConfigEntry<K extends ConfigKind> {
  item: ConfigOf<K>
  rev: number
  updatedAt: string
  updatedBy: string | null
}

/** `isAllowed` false asks nothing: for pages that show more to those who configure. */
export const useConfig = <K extends ConfigKind>(kind: K, isAllowed = true) =>
  useQuery({
    queryKey: queryKeys.config(kind),
    enabled: isAllowed,
    queryFn: async ({ signal, client }) => {
      const { items } = await api.get<{ items: ConfigEntry<K>[] }>(`/config/${kind}`, { signal })
      return withItems(items, itemsUnderWay<K>(client, kind))
    },
  })

interface Saving<K extends ConfigKind> {
  id: string
  rev?: number
  item: ConfigOf<K>
}

const savingKey = (kind: ConfigKind): string[] => ['save-config', kind]

/** What was clicked and is not stored yet, the latest last: a list read meanwhile does not know it. */
const itemsUnderWay = <K extends ConfigKind>(client: QueryClient, kind: K): Saving<K>[] =>
  client
    .getMutationCache()
    .findAll({ mutationKey: savingKey(kind), status: 'pending' })
    .map(({ state }) => state.variables as Saving<K>)

const withItems = <K extends ConfigKind>(entries: ConfigEntry<K>[], saving: readonly Saving<K>[]): ConfigEntry<K>[] =>
  entries.map((entry) => {
    const item = saving.findLast(({ id }) => (entry.item as { id?: string }).id === id)?.item
    return item ? { ...entry, item } : entry
  })

export const useConfigHistory = <K extends ConfigKind>(kind: K, id: string) =>
  useQuery({
    queryKey: [...queryKeys.config(kind), 'history', id],
    queryFn: ({ signal }) =>
      api.get<{
        versions: { version: number; at: string; actor: Actor; before: ConfigOf<K> | null; after: ConfigOf<K> | null }[]
      }>(`/config/${kind}/${id}/history`, { signal }),
  })

const useStaleConfig = (kind: ConfigKind) => {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: queryKeys.config(kind) }),
      client.invalidateQueries({ queryKey: queryKeys.meta }),
    ])
}

/** `rev` is the one the item was read with; 409 `config-conflict` when somebody was faster. */
export const useSaveConfig = <K extends ConfigKind>(kind: K, showsAtOnce = false) => {
  const stale = useStaleConfig(kind)
  const client = useQueryClient()
  return useMutation({
    // One after the other, and shown at once where cells are clicked quickly: two changes of one item must not write over each other.
    scope: { id: `config ${kind}` },
    ...(showsAtOnce ? { mutationKey: savingKey(kind) } : {}),
    onMutate: (saving: Saving<K>) => {
      if (showsAtOnce)
        client.setQueryData<ConfigEntry<K>[]>(queryKeys.config(kind), (entries) => entries && withItems(entries, [saving]))
    },
    mutationFn: ({ id, rev, item }: Saving<K>) => api.put<{ items: ConfigEntry<K>[] }>(`/config/${kind}/${id}`, { rev, item }),
    onSettled: stale,
  })
}

export const useDeleteConfig = (kind: ConfigKind) => {
  const onSuccess = useStaleConfig(kind)
  return useMutation({ mutationFn: (id: string) => api.delete(`/config/${kind}/${id}`), onSuccess })
}

export const useRestoreConfig = (kind: ConfigKind) => {
  const onSuccess = useStaleConfig(kind)
  return useMutation({
    mutationFn: ({ id, version }: { id: string; version: number }) => api.post(`/config/${kind}/${id}/restore`, { version }),
    onSuccess,
  })
}
