import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { Value } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface DuplicateMatch {
  field: string
  exists: true
  /** False: the record exists, but this reader may not open it. */
  visible: boolean
  recordId?: string
  title?: string
  ownerHint?: string
}

const useLeadAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: queryKeys.object('lead') }),
        client.invalidateQueries({ queryKey: queryKeys.derived }),
      ]),
  })
}

export const useAssignLeads = () =>
  useLeadAction((input: { leadIds: string[]; ownerId: string; reason: string }) =>
    api.post<{ assigned: number }>('/leads/assign', input),
  )

export const useNudge = () => useLeadAction((leadIds: string[]) => api.post<{ nudged: number }>('/leads/nudge', { leadIds }))

/** Shows a masked value once. The server logs that it was read. */
export const useReveal = () =>
  useMutation({
    mutationFn: ({ object = 'lead', id, field }: { object?: string; id: string; field: string }) =>
      api.post<{ value: string }>(`/objects/${object}/records/${id}/reveal`, { field }),
  })

export const checkDuplicate = (values: Record<string, Value>, signal?: AbortSignal): Promise<{ matches: DuplicateMatch[] }> =>
  api.query('/leads/check-duplicate', { values }, signal)
