import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface SourceHealth {
  id: string
  label: string
  connector: string
  enabled: boolean
  url?: string
  last24h: number
  lastAt: string | null
  medianLatencyMs: number | null
  failed: number
  usualPerHour: number
  status: 'fresh' | 'quiet' | 'silent'
}
export interface Capture {
  id: string
  sourceId: string
  receivedAt: string
  status: string
  reason: string | null
  preview: string
}

export const useSourceHealth = () =>
  useQuery({
    queryKey: queryKeys.sources,
    queryFn: async ({ signal }) => (await api.get<{ sources: SourceHealth[] }>('/sources/health', { signal })).sources,
  })

export const useCaptures = (params: { source?: string; status?: string }) =>
  useQuery({
    queryKey: queryKeys.captures(params),
    queryFn: ({ signal }) =>
      api.get<{ captures: Capture[]; next?: string }>(`/captures?${new URLSearchParams(params)}`, { signal }),
  })

export const useRerunCapture = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, values }: { id: string; values?: Record<string, unknown> }) =>
      api.post(`/captures/${id}/rerun`, values ? { values } : {}),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.derived }),
  })
}
