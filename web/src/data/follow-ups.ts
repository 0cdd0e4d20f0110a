import { useSyncExternalStore } from 'react'
import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import type { CrmRecord } from '@jieli/core'
import { api } from './api-client.ts'
import { ApiError } from './api-error.ts'
import { putAside, sendWaiting, waitingFollowUps, type FollowUpInput } from './follow-up-outbox.ts'
import { queryKeys } from './query-keys.ts'

export interface FollowUpResult {
  followUpId: string
  lead: CrmRecord
  taskId: string | null
}

const listeners = new Set<() => void>()
const announce = (): void => {
  for (const tell of listeners) tell()
}
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** How many follow-ups wait on this device for a network. */
export const useWaitingCount = (): number => useSyncExternalStore(subscribe, () => waitingFollowUps(localStorage).length)

const post = (input: FollowUpInput): Promise<FollowUpResult> => api.post<FollowUpResult>('/follow-ups', input)
const stale = (client: QueryClient) =>
  Promise.all(
    ['lead', 'task', 'followUp']
      .map((object) => client.invalidateQueries({ queryKey: queryKeys.object(object) }))
      .concat(client.invalidateQueries({ queryKey: queryKeys.derived })),
  )

/** Answers null when there was no network: the follow-up is kept on the device and sent later under the same key. */
export const useLogFollowUp = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ input, leadName }: { input: FollowUpInput; leadName: string }): Promise<FollowUpResult | null> => {
      try {
        return await post(input)
      } catch (error) {
        if (!(error instanceof ApiError) || !error.isOffline) throw error
        putAside(localStorage, { input, leadName, savedAt: new Date().toISOString() })
        announce()
        return null
      }
    },
    onSuccess: () => stale(client),
  })
}

export const sendWaitingFollowUps = async (client: QueryClient) => {
  if (waitingFollowUps(localStorage).length === 0) return { sent: 0, refused: [] }
  const result = await sendWaiting(localStorage, post)
  announce()
  if (result.sent > 0) await stale(client)
  return result
}
