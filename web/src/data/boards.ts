import { keepPreviousData, queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BoardCard, Label, Value } from '@jieli/core'
import { api } from './api-client.ts'
import { choiceParams, type BoardChoice, type RecordsBehind } from './board.ts'
import { queryKeys } from './query-keys.ts'

/** A board as its reader may open it. */
export interface ShownBoard {
  id: string
  /** Absent: the cockpit's usual name. */
  label?: Label
  isOwn: boolean
  mayEdit: boolean
  /** What a change of it names as read. */
  rev: number
  /** Nothing was changed about its cards. */
  isUsual: boolean
  roles: string[]
  cards: BoardCard[]
}

export interface CardGroup {
  /** The value of each key; null: records without one. */
  keys: Value[]
  value: number | null
  query: RecordsBehind
}

export interface ShownCard {
  id: string
  state: 'shown'
  total: number | null
  /** The same of the stretch before; absent: nothing to compare with. */
  before?: number | null
  query: RecordsBehind
  groups: CardGroup[]
  others?: { value: number | null; query: RecordsBehind }
  /** A campus is chosen of which these records know nothing. */
  ignoresCampus: boolean
}
export type CardFigures = ShownCard | { id: string; state: 'closed' }

export interface FoundCards {
  range: { from: string; to: string }
  cards: CardFigures[]
  titles: Record<string, string>
}

const boardList = queryOptions({
  queryKey: queryKeys.boardList,
  queryFn: async ({ signal }) => (await api.get<{ boards: ShownBoard[] }>('/boards', { signal })).boards,
})

export const useBoards = () => useQuery(boardList)

/** Reads a board as it is this very moment; undefined: it is gone. */
export const useBoardAsItIs = (): ((id: string) => Promise<ShownBoard | undefined>) => {
  const client = useQueryClient()
  return async (id) => (await client.fetchQuery({ ...boardList, staleTime: 0 })).find((board) => board.id === id)
}

/** The figures of a board's own cards, all in one request; what was shown stays until the new ones are there. */
export const useBoardCards = (id: string, choice: BoardChoice, isWanted: boolean) =>
  useQuery({
    enabled: isWanted,
    queryKey: queryKeys.board(id, { cards: true, ...choice }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<FoundCards>(`/boards/${id}/cards?${choiceParams(choice)}`, { signal }),
  })

/** The same for cards that somebody is just making. */
export const useDraftCards = (cards: BoardCard[], choice: BoardChoice) => {
  const asked = cards.filter((card) => card.kind === 'query')
  return useQuery({
    enabled: asked.length > 0,
    queryKey: queryKeys.board('draft', { cards: asked, ...choice }),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.post<FoundCards>(`/boards/cards?${choiceParams(choice)}`, { cards: asked }, { signal }),
  })
}

/** What a person says of a board. `cards` null: the cockpit's usual ones. */
export interface BoardContent {
  label?: Label
  cards: BoardCard[] | null
  roles?: string[]
}

const useBoardAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.boards }),
        client.invalidateQueries({ queryKey: queryKeys.config('board') }),
      ]),
  })
}

export const useCreateBoard = () =>
  useBoardAction((content: BoardContent & { label: Label; isOwn: boolean }) =>
    api.post<{ board: ShownBoard }>('/boards', content),
  )

/** `rev` is the one the board was read with; 409 `config-conflict` when somebody was faster. */
export const useChangeBoard = () =>
  useBoardAction(({ id, rev, content }: { id: string; rev: number; content: BoardContent }) =>
    api.put<{ board: ShownBoard }>(`/boards/${id}`, { ...content, rev }),
  )

export const useDeleteBoard = () => useBoardAction((id: string) => api.delete(`/boards/${id}`))
