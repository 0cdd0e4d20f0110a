import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import type { BoardRange } from './board.ts'
import { queryKeys } from './query-keys.ts'

/** When and what somebody wants to hear of a board. `weekday` 0 is Monday; daily ones have none. */
export interface BoardSubscription {
  cadence: 'daily' | 'weekly'
  weekday: number | null
  /** HH:MM, the company's time. */
  at: string
  range: BoardRange
  campusId: string | null
}

const keyOf = (boardId: string) => queryKeys.board(boardId, 'subscription')
const pathOf = (boardId: string): string => `/boards/${boardId}/subscription`

type Stored = BoardSubscription & { nextAt: string }

export const useBoardSubscription = (boardId: string) =>
  useQuery({
    queryKey: keyOf(boardId),
    queryFn: async ({ signal }) => (await api.get<{ subscription: Stored | null }>(pathOf(boardId), { signal })).subscription,
  })

export const useSubscribe = (boardId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (wish: BoardSubscription) => api.put<{ subscription: Stored }>(pathOf(boardId), wish),
    onSuccess: ({ subscription }) => client.setQueryData(keyOf(boardId), subscription),
  })
}

export const useUnsubscribe = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (boardId: string) => api.delete(pathOf(boardId)),
    onSuccess: (_, boardId) => client.setQueryData(keyOf(boardId), null),
  })
}
