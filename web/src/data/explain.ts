import { useQuery } from '@tanstack/react-query'
import type { AssignmentExplanation, DueExplanation } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface AssignmentDecisionShown {
  at: string
  ownerId: string | null
  ownerName: string | null
  ruleId: string | null
  explanation: AssignmentExplanation
}
export interface SlaClock {
  ruleId: string
  ruleLabel: string
  startedAt: string
  stoppedAt?: string
  levels: {
    afterMinutes: number
    tell: 'owner' | 'manager'
    dueAt: string
    status: 'pending' | 'fired' | 'stopped'
    explanation: DueExplanation
  }[]
}

/** Newest first. */
export const useAssignmentDecisions = (id: string, object = 'lead') =>
  useQuery({
    queryKey: queryKeys.explain(object, id, 'assignment'),
    queryFn: async ({ signal }) =>
      (
        await api.get<{ decisions: AssignmentDecisionShown[] }>(`/objects/${object}/records/${id}/explain/assignment`, {
          signal,
        })
      ).decisions,
  })

export const useSlaClock = (id: string, object = 'lead') =>
  useQuery({
    queryKey: queryKeys.explain(object, id, 'sla'),
    queryFn: async ({ signal }) =>
      (await api.get<{ clock: SlaClock | null }>(`/objects/${object}/records/${id}/explain/sla`, { signal })).clock,
  })
