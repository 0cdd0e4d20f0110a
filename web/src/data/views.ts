import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { View } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** A view without what the server decides. */
export type ViewContent = Omit<View, 'id' | 'ownerId'>

const useViewAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.meta }) })
}

/** One's own views; those for everybody are settings. */
export const useCreateView = () => useViewAction((content: ViewContent) => api.post<{ view: View }>('/views', content))

export const useChangeView = () =>
  useViewAction(({ id, content }: { id: string; content: ViewContent }) => api.put<{ view: View }>(`/views/${id}`, content))

export const useDeleteView = () => useViewAction((id: string) => api.delete(`/views/${id}`))

export const contentOf = ({ id: _id, ownerId: _ownerId, ...content }: View): ViewContent => content
