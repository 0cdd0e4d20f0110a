import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Expression, Field, FieldUse, Issue, Label, ObjectType } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** A field, or with `field` null its whole object. */
export interface Place {
  object: string
  field: string | null
}
export interface NewType {
  type: string
  settings?: Record<string, unknown>
}
export interface ConversionPreview {
  total: number
  looked: number
  empty: number
  converted: number
  lost: number
  examples: { before: string; after: string }[]
  lostCells: { recordId: string; text: string; issue: Issue }[]
  uses: FieldUse[]
}
export interface Impact {
  uses: FieldUse[]
  filled: { value: number; capped: boolean }
}
export interface RecycledEntry {
  id: string
  kind: 'field' | 'object'
  why: 'deleted' | 'converted' | 'split'
  object: string
  definition: Field | ObjectType
  removedAt: string
  dropAt: string
}
export interface JobProgress {
  id: string
  kind: string
  label: Label
  status: 'running' | 'done' | 'failed' | 'cancelled'
  done: number
  total: number | null
  reason: string | null
  about: { object: string; field: string } | null
  mayCancel: boolean
}

const pathOf = ({ object, field }: Place): string =>
  field === null ? `/meta/objects/${object}` : `/meta/objects/${object}/fields/${field}`
const recycledKey = queryKeys.config('recycled')

/** What a change of the definitions makes stale. */
const useRefresh = (): (() => Promise<unknown>) => {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [queryKeys.config('object'), queryKeys.meta, recycledKey, queryKeys.object('job')].map((queryKey) =>
        client.invalidateQueries({ queryKey }),
      ),
    )
}

const useChange = <Input, Output>(mutationFn: (input: Input) => Promise<Output>) =>
  useMutation({ mutationFn, onSuccess: useRefresh() })

/** What would become of the values under another type; asks anew for each type that is tried. */
export const usePreview = (place: Place, wanted: NewType | null) =>
  useQuery({
    queryKey: [...queryKeys.config('conversion'), place, wanted],
    enabled: wanted !== null,
    retry: false,
    gcTime: 0,
    queryFn: () => api.post<ConversionPreview>(`${pathOf(place)}/type/preview`, wanted),
  })

export const useChangeType = () =>
  useChange(({ place, wanted }: { place: Place; wanted: NewType }) =>
    api.post<{ jobId: string }>(`${pathOf(place)}/type`, wanted),
  )

export const useImpact = (place: Place) =>
  useQuery({
    queryKey: [...queryKeys.config('impact'), place],
    gcTime: 0,
    queryFn: () => api.get<Impact>(`${pathOf(place)}/impact`),
  })

export const useRemove = () => useChange((place: Place) => api.delete<{ recycledId: string }>(pathOf(place)))

export const useRecycled = () =>
  useQuery({
    queryKey: recycledKey,
    queryFn: async () => (await api.get<{ entries: RecycledEntry[] }>('/meta/recycled')).entries,
  })

export const useRestore = () => useChange((id: string) => api.post<{ jobId?: string }>(`/meta/recycled/${id}/restore`, {}))

/** Jobs that change fields: live, for the server says when one has moved. */
export const useFieldJobs = () =>
  useQuery({
    queryKey: queryKeys.object('job'),
    queryFn: async () => (await api.get<{ jobs: JobProgress[] }>('/jobs')).jobs.filter(({ about }) => about !== null),
  })

export const useSteerJob = () =>
  useChange(({ id, how }: { id: string; how: 'cancel' | 'retry' }) => api.post(`/jobs/${id}/${how}`, {}))

export interface Duplicates {
  values: number
  records: number
  groups: { text: string; count: number; ids: string[] }[]
}

/** The values of a field that repeat: looked for when somebody wants them not to. */
export const useDuplicates = (place: Place, isWanted: boolean) =>
  useQuery({
    queryKey: [...queryKeys.config('duplicates'), place],
    enabled: isWanted,
    gcTime: 0,
    staleTime: 0,
    queryFn: () => api.get<Duplicates>(`${pathOf(place)}/duplicates`),
  })

export const useOptionCounts = (place: Place) =>
  useQuery({
    queryKey: [...queryKeys.config('option-counts'), place],
    gcTime: 0,
    queryFn: async () => (await api.get<{ options: { id: string; count: number }[] }>(`${pathOf(place)}/options`)).options,
  })

export const useMergeOptions = () =>
  useChange(({ place, from, to }: { place: Place; from: string[]; to: string | null }) =>
    api.post<{ jobId: string }>(`${pathOf(place)}/options/merge`, { from, to }),
  )

/** One option taken apart: the first condition that a record meets decides. */
export interface OptionSplit {
  from: string
  into: { label: string; where: Expression }[]
}
export interface SplitPreview {
  total: number
  into: { label: string; count: number }[]
  rest: number
  uses: FieldUse[]
}

export const useSplitPreview = (place: Place, split: OptionSplit | null) =>
  useQuery({
    queryKey: [...queryKeys.config('split'), place, split],
    enabled: split !== null,
    retry: false,
    gcTime: 0,
    queryFn: () => api.post<SplitPreview>(`${pathOf(place)}/options/split/preview`, split),
  })

export const useSplitOption = () =>
  useChange(({ place, split }: { place: Place; split: OptionSplit }) =>
    api.post<{ jobId: string }>(`${pathOf(place)}/options/split`, split),
  )

export const useAddObject = () => useChange((label: Label) => api.post<{ object: ObjectType }>('/meta/objects', { label }))
