import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface UserAccount {
  id: string
  name: string
  login: string
  departmentId: string | null
  roleIds: string[]
  active: boolean
}
export type UserDraft = Partial<Omit<UserAccount, 'id'>> & { password?: string }

export const useUsers = () =>
  useQuery({
    queryKey: queryKeys.users,
    queryFn: async ({ signal }) => (await api.get<{ users: UserAccount[] }>('/users', { signal })).users,
  })

export const useSaveUser = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, draft }: { id?: string; draft: UserDraft }) =>
      id ? api.patch<UserAccount>(`/users/${id}`, draft) : api.post<UserAccount>('/users', draft),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.users }),
        client.invalidateQueries({ queryKey: queryKeys.meta }),
      ]),
  })
}
