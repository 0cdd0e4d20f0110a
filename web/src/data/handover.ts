import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Label } from '@jieli/core'
import { api } from './api-client.ts'
import type { JobProgress } from './field-life.ts'
import { queryKeys } from './query-keys.ts'

export type Destination = 'people' | 'rules' | 'queue' | 'customer' | 'keep'

/** One kind of thing somebody holds, and where it can go. */
export interface HandoverPart {
  key: string
  label: Label
  count: number
  isFinished: boolean
  destinations: Destination[]
}
export interface Holdings {
  parts: HandoverPart[]
  /** Rules and other settings that name the person. */
  settings: { kind: string; id: string; kindLabel: Label; label: string }[]
  maySetSettings: boolean
  isUnderWay: boolean
  undoable: { id: string; at: string; moved: number } | null
}
export interface HandoverInput {
  choices: Record<string, { to: 'people'; userIds: string[] } | { to: Exclude<Destination, 'people'> }>
  otherwise: string
  settingsTo: string | null
  deactivate: boolean
}
export interface Share {
  part: string
  userId: string | null
  count: number
}
export interface WaitingHandover {
  userId: string
  name: string
  records: number
  settings: number
  isUnderWay: boolean
}

const waitingKey = [...queryKeys.object('job'), 'handovers', 'waiting']

/** Those who have left and still hold something; asked again when a job moves. */
export const useWaitingHandovers = () =>
  useQuery({
    queryKey: waitingKey,
    queryFn: async ({ signal }) => (await api.get<{ waiting: WaitingHandover[] }>('/handovers/waiting', { signal })).waiting,
  })

export const useHoldings = (userId: string) =>
  useQuery({
    queryKey: [...queryKeys.object('job'), 'handovers', userId],
    queryFn: ({ signal }) => api.get<Holdings>(`/users/${userId}/handover`, { signal }),
  })

/** Who would get how many. */
export const usePreview = (userId: string, input: HandoverInput | null) =>
  useQuery({
    queryKey: [...queryKeys.object('job'), 'handovers', userId, 'preview', input],
    enabled: input !== null,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) =>
      (await api.post<{ shares: Share[] }>(`/users/${userId}/handover/preview`, input, { signal })).shares,
  })

/** The handovers under way, or failed, of this person. */
export const useHandoverJobs = () =>
  useQuery({
    queryKey: [...queryKeys.object('job'), 'handovers', 'jobs'],
    queryFn: async ({ signal }) =>
      (await api.get<{ jobs: JobProgress[] }>('/jobs', { signal })).jobs.filter(
        ({ kind, status }) => ['hand-over', 'undo-handover'].includes(kind) && ['running', 'failed'].includes(status),
      ),
  })

const useHandoverAction = <Input>(run: (input: Input) => Promise<{ jobId: string }>) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: () =>
      Promise.all(
        [queryKeys.users, queryKeys.meta, queryKeys.object('job')].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  })
}

export const useStartHandover = (userId: string) =>
  useHandoverAction((input: HandoverInput) => api.post<{ jobId: string }>(`/users/${userId}/handover`, input))

export const useUndoHandover = () => useHandoverAction((id: string) => api.post<{ jobId: string }>(`/handovers/${id}/undo`, {}))
