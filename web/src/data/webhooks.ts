import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { EventKind, Webhook } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export const deliveryStatuses = ['delivered', 'waiting', 'failed', 'skipped'] as const
export type DeliveryStatus = (typeof deliveryStatuses)[number]

/** A webhook with how many messages of the last day came to which end. */
export interface WebhookEntry extends Webhook {
  lastDay: Partial<Record<DeliveryStatus, number>>
}
export type WebhookDraft = Omit<Webhook, 'id'>

export interface Delivery {
  id: string
  createdAt: string
  status: DeliveryStatus
  attempts: number
  /** When it is tried again; only of those that wait. */
  nextAt: string | null
  responseStatus: number | null
  reason: string | null
  tookMs: number | null
  /** Null: a trial, which tells of nothing. */
  kind: EventKind | null
  object: string | null
  recordId: string | null
}

export const useWebhooks = (isAllowed: boolean) =>
  useQuery({
    queryKey: queryKeys.webhooks,
    enabled: isAllowed,
    queryFn: async ({ signal }) => (await api.get<{ webhooks: WebhookEntry[] }>('/webhooks', { signal })).webhooks,
  })

/** Newest first, page after page. */
export const useDeliveries = (webhookId: string, status: DeliveryStatus | null) =>
  useInfiniteQuery({
    queryKey: [...queryKeys.webhooks, webhookId, 'deliveries', status],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) =>
      api.get<{ deliveries: Delivery[]; next?: string }>(
        `/webhooks/${webhookId}/deliveries?${new URLSearchParams({ ...(status ? { status } : {}), ...(pageParam ? { after: pageParam } : {}) })}`,
        { signal },
      ),
    getNextPageParam: (last) => last.next,
    select: ({ pages }) => pages.flatMap(({ deliveries }) => deliveries),
  })

const useWebhookAction = <Input, Output>(run: (input: Input) => Promise<Output>) => {
  const client = useQueryClient()
  return useMutation({ mutationFn: run, onSuccess: () => client.invalidateQueries({ queryKey: queryKeys.webhooks }) })
}

/** The secret is answered once. */
export const useCreateWebhook = () =>
  useWebhookAction((draft: WebhookDraft) => api.post<{ webhook: Webhook; secret: string }>('/webhooks', draft))

export const useUpdateWebhook = () =>
  useWebhookAction(({ id, draft }: { id: string; draft: Partial<WebhookDraft> }) =>
    api.patch<{ webhook: Webhook }>(`/webhooks/${id}`, draft),
  )

export const useRemoveWebhook = () => useWebhookAction((id: string) => api.delete(`/webhooks/${id}`))

/** The old secret signs nothing from now on. */
export const useRenewSecret = () => useWebhookAction((id: string) => api.post<{ secret: string }>(`/webhooks/${id}/secret`))

export const useTryWebhook = () => useWebhookAction((id: string) => api.post<{ deliveryId: string }>(`/webhooks/${id}/try`))

export const useReplay = () =>
  useWebhookAction(({ id, which }: { id: string; which: { deliveryId: string } | { failedSince: string } }) =>
    api.post<{ replayed: number }>(`/webhooks/${id}/replay`, which),
  )
