import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { AssignmentExplanation, AssignmentRule } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface OwnerCount {
  userId: string
  name: string
  count: number
}
export interface TrialSample {
  leadId: string
  name: string
  at: string
  from: string | null
  to: string | null
  why: AssignmentExplanation
}
/** What the rules would have done, beside what was done. */
export interface TrialReport {
  leads: number
  changed: number
  before: { byOwner: OwnerCount[] }
  after: { byOwner: OwnerCount[] }
  queued: { before: number; after: number }
  samples: TrialSample[]
}

/** Replays past leads under these rules; nothing is sent or changed. */
export const useTrial = () =>
  useMutation({
    mutationFn: (input: { rules: AssignmentRule[]; days: number }) => api.query<TrialReport>('/assignment-rules/trial', input),
  })

/** A rule to take away, and the version of it that was seen. */
export type RemovedRule = Pick<AssignmentRule, 'id' | 'version'>

/** Puts the ordered list in force at once, and takes those away that are in it no more. */
export const usePublishRules = () => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: { rules: AssignmentRule[]; removed: RemovedRule[] }) => api.post('/assignment-rules/publish', input),
    onSettled: () => client.invalidateQueries({ queryKey: queryKeys.config('assignment-rule') }),
  })
}
