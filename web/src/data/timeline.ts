import { useInfiniteQuery } from '@tanstack/react-query'
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
