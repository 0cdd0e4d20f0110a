import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { FieldRight, Label, RowScope } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface RecordShare {
  grantee: string
  kind: 'user' | 'department'
  name: string
  mayEdit: boolean
  until: string | null
}
interface Shares {
  shares: RecordShare[]
  mayShare: boolean
}
export interface NewShare {
  to: { user: string } | { department: string }
  mayEdit: boolean
  until: string | null
}

const sharesKey = (object: string, id: string) => [...queryKeys.object(object), 'shares', id] as const

export const useShares = (object: string, id: string) =>
  useQuery({
    queryKey: sharesKey(object, id),
    queryFn: ({ signal }) => api.get<Shares>(`/objects/${object}/records/${id}/shares`, { signal }),
  })

const useShareAction = <Input>(object: string, id: string, path: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => api.post<Shares>(`/objects/${object}/records/${id}/${path}`, input),
    onSuccess: (shares) => client.setQueryData(sharesKey(object, id), shares),
  })
}
export const useShareRecord = (object: string, id: string) => useShareAction<NewShare>(object, id, 'shares')
export const useUnshareRecord = (object: string, id: string) => useShareAction<{ grantee: string }>(object, id, 'unshare')

export interface AccessExplanation {
  user: { id: string; name: string; active: boolean }
  record: { id: string; title: string } | null
  roles: {
    id: string
    label: Label
    read: { scope: RowScope; opens: boolean | null }
    update: { scope: RowScope; opens: boolean | null }
    right: FieldRight | null
  }[]
  shares: RecordShare[]
  verdict: { row: boolean | null; right: FieldRight | null; mayEdit: boolean | null }
}
export interface AccessQuestion {
  user: string
  object: string
  record: string | null
  field: string | null
}

/** Asked anew whenever settings or records change: what is explained is what holds now. */
export const useAccessExplanation = (question: AccessQuestion | null) =>
  useQuery({
    queryKey: [...queryKeys.derived, 'access', question],
    enabled: question !== null,
    queryFn: ({ signal }) => {
      const asked = Object.entries(question ?? {}).filter((entry): entry is [string, string] => entry[1] !== null)
      return api.get<AccessExplanation>(`/rights/explain?${new URLSearchParams(asked)}`, { signal })
    },
  })

export interface OwnRights {
  roles: { id: string; label: Label }[]
  read: RowScope[]
  admins: { id: string; name: string }[]
}

export const useOwnRights = (object: string) =>
  useQuery({
    queryKey: [...queryKeys.derived, 'own-rights', object],
    queryFn: ({ signal }) => api.get<OwnRights>(`/rights/own?object=${encodeURIComponent(object)}`, { signal }),
  })

/** Nothing of what is in memory belongs to the other person: the page begins anew. */
export const startViewAs = async (userId: string): Promise<void> => {
  await api.post('/view-as', { userId })
  location.assign('/')
}
export const endViewAs = async (): Promise<void> => {
  await api.delete('/view-as')
  location.assign('/settings/people')
}
