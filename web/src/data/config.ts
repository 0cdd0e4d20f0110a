import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
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
    queryFn: async ({ signal }) => (await api.get<{ items: ConfigEntry<K>[] }>(`/config/${kind}`, { signal })).items,
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
    onMutate: ({ id, item }: { id: string; rev?: number; item: ConfigOf<K> }) => {
      if (showsAtOnce)
        client.setQueryData<ConfigEntry<K>[]>(queryKeys.config(kind), (entries) =>
          entries?.map((entry) => ((entry.item as { id?: string }).id === id ? { ...entry, item } : entry)),
        )
    },
    mutationFn: ({ id, rev, item }: { id: string; rev?: number; item: ConfigOf<K> }) =>
      api.put<{ items: ConfigEntry<K>[] }>(`/config/${kind}/${id}`, { rev, item }),
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
