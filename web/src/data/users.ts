import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Value } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** A colleague as whoever manages people sees them. */
export interface UserAccount {
  id: string
  name: string
  login: string
  departmentId: string | null
  departmentName: string | null
  roleIds: string[]
  skills: string[]
  active: boolean
  holdingCap: number | null
  dailyCap: number | null
  weight: number
  wecomId: string | null
  /** Weekly hours as the shift field holds them; null: always. */
  shift: Value
  load: { holding: number; today: number }
  hasAccount: boolean
  lastSignInAt: string | null
}
export type UserDraft = Partial<
  Pick<
    UserAccount,
    | 'name'
    | 'login'
    | 'departmentId'
    | 'roleIds'
    | 'skills'
    | 'active'
    | 'holdingCap'
    | 'dailyCap'
    | 'weight'
    | 'wecomId'
    | 'shift'
  >
>

export const useUsers = (isAllowed = true) =>
  useQuery({
    queryKey: queryKeys.users,
    enabled: isAllowed,
    queryFn: async ({ signal }) => (await api.get<{ users: UserAccount[] }>('/users', { signal })).users,
  })

const useUserAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.users }),
        client.invalidateQueries({ queryKey: queryKeys.meta }),
      ]),
  })
}

export const useUpdateUser = () =>
  useUserAction(({ id, draft }: { id: string; draft: UserDraft }) => api.patch<{ user: UserAccount }>(`/users/${id}`, draft))

/** The password is answered once and kept nowhere. */
export const useCreateUser = () =>
  useUserAction((draft: UserDraft) => api.post<{ user: UserAccount; oneTimePassword?: string }>('/users', draft))

/** Signed out everywhere at once; the open leads stay until somebody hands them over. */
export const useDeactivateUser = () =>
  useUserAction((id: string) => api.post<{ user: UserAccount; openLeads: number }>(`/users/${id}/deactivate`))

export const useResetPassword = () =>
  useMutation({ mutationFn: (id: string) => api.post<{ oneTimePassword?: string }>(`/users/${id}/password`, {}) })
