import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Ability } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface Me {
  user: {
    id: string
    name: string
    login: string
    departmentId: string | null
    departmentName: string | null
    roleIds: string[]
  }
  abilities: Ability[]
  workspace: { id: string; name: string; timeZone: string }
  metaVersion: number
  /** Somebody else looks at this person's product: nothing can be changed. */
  viewedBy?: { id: string; name: string }
}

export const useSession = () =>
  useQuery({ queryKey: queryKeys.session, queryFn: ({ signal }) => api.get<Me>('/me', { signal }), staleTime: Infinity })

/** Inside the signed-in shell, where there is always somebody. */
export const useMe = (): Me => {
  const { data } = useSession()
  if (!data) throw new Error('useMe is for pages inside the signed-in shell')
  return data
}

export const useCan = (): ((ability: Ability) => boolean) => {
  const { abilities } = useMe()
  return (ability) => abilities.includes(ability)
}

export interface DemoSignIn {
  login: string
  name: string
  role: string
  password: string
}

/** Accounts that a demo workspace offers to anybody; none in any other. */
export const useDemoSignIns = (): DemoSignIn[] =>
  useQuery({
    queryKey: ['sign-in-hints'],
    queryFn: ({ signal }) => api.get<{ demo: DemoSignIn[] }>('/sign-in-hints', { signal }),
    staleTime: Infinity,
  }).data?.demo ?? []

export const useSignIn = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { login: string; password: string }) =>
      api.post<{ user: { id: string; name: string } }>('/session', input),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.session }),
  })
}

export const useSignOut = () => {
  const client = useQueryClient()
  return useMutation({ mutationFn: () => api.delete('/session'), onSuccess: () => client.clear() })
}
