import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface Notice {
  id: string
  kind: string
  title: string
  body: string
  leadId?: string
  createdAt: string
  readAt: string | null
  deliveries: { channel: string; status: string }[]
}

export const useNotices = () =>
  useQuery({
    queryKey: queryKeys.notices,
    queryFn: ({ signal }) => api.get<{ unread: number; notices: Notice[] }>('/notices', { signal }),
  })

/** Without ids: all of them. */
export const useReadNotices = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids?: string[]) => api.post('/notices/read', ids ? { ids } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notices }),
  })
}
