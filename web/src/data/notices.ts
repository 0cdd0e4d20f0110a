import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface Notice {
  id: string
  kind: string
  title: string
  body: string
  leadId: string | null
  /** The page it leads to when it is of no lead. */
  path: string | null
  facts: { name: string; value: string }[]
  createdAt: string
  readAt: string | null
  deliveries: { channel: string; status: string; reason: string | null }[]
}

export const useNotices = () =>
  useQuery({
    queryKey: queryKeys.notices,
    queryFn: ({ signal }) => api.get<{ unread: number; notices: Notice[] }>('/notices', { signal }),
  })

/** All of them, page by page, newest first. */
export const useNoticePages = () =>
  useInfiniteQuery({
    queryKey: [...queryKeys.notices, 'pages'],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<{ unread: number; notices: Notice[]; next?: string }>(
        `/notices${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => ({ unread: pages[0]?.unread ?? 0, notices: pages.flatMap((page) => page.notices) }),
  })

/** Without ids: all of them. */
export const useReadNotices = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ids?: string[]) => api.post('/notices/read', ids ? { ids } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.notices }),
  })
}
