import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Issue, Label } from '@jieli/core'
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
  /** 抖音 6 小时无线索，平时每小时 4 条. Null: nothing to say. */
  sentence: Label | null
  /** From the record to an owner. */
  medianAssignMs: number | null
  waiting: number
  /** Requests turned away for a wrong or stale signature, today and yesterday. */
  signatureRefusals: number
  forms: { id: string; title: string; enabled: boolean; url: string; qrUrl: string; sheetUrl: string }[]
  /** Whether each is set; never what it is. */
  secrets: { name: string; isSet: boolean }[]
}
export interface Capture {
  id: string
  sourceId: string
  receivedAt: string
  status: string
  reason: string | null
  issues: Issue[]
  attempts: number
  /** The beginning of what came in, without what identifies a customer. */
  preview: string
}

export const useSourceHealth = () =>
  useQuery({
    queryKey: queryKeys.sources,
    queryFn: async ({ signal }) => (await api.get<{ sources: SourceHealth[] }>('/sources/health', { signal })).sources,
  })

/** Newest first, page after page. */
export const useCaptures = (params: { source?: string; status?: string }) =>
  useInfiniteQuery({
    queryKey: queryKeys.captures(params),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<{ captures: Capture[]; next?: string }>(
        `/captures?${new URLSearchParams({ ...params, ...(pageParam ? { after: pageParam } : {}) })}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap(({ captures }) => captures),
  })

/** Goes in sealed and never comes out again. */
export const useSetSourceSecret = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, name, value }: { id: string; name: string; value: string }) =>
      api.put(`/sources/${id}/secret`, { name, value }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.sources }),
  })
}

export const useRerunCapture = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, values }: { id: string; values?: Record<string, unknown> }) =>
      api.post<{ captured: { status: string; reason?: string; issues?: Issue[] } }>(
        `/captures/${id}/rerun`,
        values ? { values } : {},
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.derived }),
  })
}
