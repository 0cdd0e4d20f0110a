import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** One object that a key reaches, and whether it may also write there. */
export interface KeyScope {
  object: string
  access: 'read' | 'write'
}

/** A key that still opens. The key itself is answered once, when it is made. */
export interface ApiKey {
  id: string
  userId: string
  label: string
  readOnly: boolean
  /** Null: all that the person may reach. */
  scopes: KeyScope[] | null
  createdAt: string
  lastUsedAt: string | null
}
export interface ApiKeyDraft {
  label: string
  userId?: string
  readOnly: boolean
  scopes?: KeyScope[]
}

export const useApiKeys = (isAllowed: boolean) =>
  useQuery({
    queryKey: queryKeys.apiKeys,
    enabled: isAllowed,
    queryFn: async ({ signal }) => (await api.get<{ keys: ApiKey[] }>('/keys', { signal })).keys,
  })

const useStaleKeys = () => {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: queryKeys.apiKeys })
}

export const useCreateApiKey = () => {
  const onSuccess = useStaleKeys()
  return useMutation({ mutationFn: (draft: ApiKeyDraft) => api.post<{ id: string; key: string }>('/keys', draft), onSuccess })
}

/** Stops with the next request that carries it. */
export const useRevokeApiKey = () => {
  const onSuccess = useStaleKeys()
  return useMutation({ mutationFn: (id: string) => api.delete(`/keys/${id}`), onSuccess })
}
