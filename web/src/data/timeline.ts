import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Actor, EventKind } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'
import type { Refs } from './records.ts'

export interface TimelineEntry {
  id: string
  at: string
  kind: EventKind
  actor: Actor & { name: string }
  title: string
  /** Values already as text, and only those the reader may see. */
  changes: { field: string; label: string; before: string; after: string }[]
  data: Record<string, unknown>
}
interface TimelinePage {
  entries: TimelineEntry[]
  next?: string
  refs: Refs
}

export const useTimeline = (object: string, id: string) =>
  useInfiniteQuery({
    queryKey: queryKeys.timeline(object, id),
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<TimelinePage>(
        `/objects/${object}/records/${id}/timeline${pageParam ? `?after=${encodeURIComponent(pageParam)}` : ''}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap((page) => page.entries),
  })

/** Puts a field back to what it was before that entry: a change like any other, so it can be put back as well. */
export const useRestoreValue = (object: string, id: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ eventId, field }: { eventId: string; field: string }) =>
      api.post(`/objects/${object}/records/${id}/timeline/${eventId}/restore`, { field }),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.object(object) }),
  })
}
