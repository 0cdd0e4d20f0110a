import { useInfiniteQuery } from '@tanstack/react-query'
import type { EventKind } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface AuditEntry {
  id: string
  at: string
  kind: EventKind
  actor: { kind: string; id: string | null; name: string }
  object: { name: string; label: string } | null
  recordId: string | null
  /** Null: a record that this reader may not see. */
  title: string | null
  changes: { field: string; label: string; before: string; after: string }[]
  data: Record<string, unknown>
  /** Where a sign-in came from, for the half year that it is kept. */
  place?: { ip: string; device: string }
}
export interface AuditFilter {
  /** '', or what belongs together: sign-ins and keys, settings. */
  group: string
  kind: string
  object: string
  actor: string
  from: string
  to: string
}

export const useAudit = (filter: AuditFilter) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.derived, 'audit', filter],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => {
      const asked = Object.entries({ ...filter, after: pageParam }).filter(([, value]) => value !== '')
      return api.get<{ entries: AuditEntry[]; next?: string }>(`/audit?${new URLSearchParams(asked)}`, { signal })
    },
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap((page) => page.entries),
  })
