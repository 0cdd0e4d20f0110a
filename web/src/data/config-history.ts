import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { Actor, SettingDifference } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

/** A part of a plan or of the history, in the reader's words already. */
export interface PlanPart {
  kind: string
  kindLabel: string
  id: string
  title: string
  action: 'create' | 'change' | 'remove'
  differences: SettingDifference[]
  risk?: { level: 'ask' | 'stop'; text: string }
}

export interface Plan {
  fingerprint: string
  parts: PlanPart[]
  dangling: { place: string; name: string }[]
}

export interface Outcome {
  done: PlanPart[]
  left: PlanPart[]
}

export interface ConfigVersion {
  version: number
  at: string
  actor: Actor
  name: string | null
  changes: PlanPart[]
  more: number
}

interface VersionPage {
  versions: ConfigVersion[]
  next: number | null
  current: number
}

const historyKey = [...queryKeys.config('history')] as const

export const useVersions = (namedOnly: boolean) =>
  useInfiniteQuery({
    queryKey: [...historyKey, 'list', namedOnly],
    initialPageParam: null as number | null,
    queryFn: ({ pageParam, signal }) => {
      const params = new URLSearchParams()
      if (pageParam !== null) params.set('before', String(pageParam))
      if (namedOnly) params.set('named', 'true')
      return api.get<VersionPage>(`/config-versions?${params}`, { signal })
    },
    getNextPageParam: (page) => page.next,
  })

/** What stands between a version and a later one; null: the settings of now. */
export const useVersionDiff = (from: number, to: number | null) =>
  useQuery({
    queryKey: [...historyKey, 'diff', from, to],
    queryFn: ({ signal }) =>
      api.get<{ parts: PlanPart[] }>(`/config-versions/${from}/diff${to === null ? '' : `?to=${to}`}`, { signal }),
  })

export const useRollBackPlan = (version: number) =>
  useQuery({
    queryKey: [...historyKey, 'roll-back', version],
    gcTime: 0,
    queryFn: ({ signal }) => api.get<Plan>(`/config-versions/${version}/roll-back`, { signal }),
  })

/** Everything that hangs on settings is asked anew: meta, history, templates. */
const useStaleSettings = () => {
  const client = useQueryClient()
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['config'] }),
      client.invalidateQueries({ queryKey: queryKeys.meta }),
      client.invalidateQueries({ queryKey: ['templates'] }),
    ])
}

export interface Consent {
  fingerprint: string
  allowRisks: boolean
}

export const useRollBack = (version: number) =>
  useMutation({
    mutationFn: (consent: Consent) => api.post<Outcome>(`/config-versions/${version}/roll-back`, consent),
    onSuccess: useStaleSettings(),
  })

export const useNameVersion = () =>
  useMutation({
    mutationFn: ({ version, name }: { version: number; name: string }) => api.put(`/config-versions/${version}/name`, { name }),
    onSuccess: useStaleSettings(),
  })

export const useFilePlan = () => useMutation({ mutationFn: (text: string) => api.post<Plan>('/config-file/plan', { text }) })

export const useApplyFile = () =>
  useMutation({
    mutationFn: (input: Consent & { text: string }) => api.post<Outcome>('/config-file/apply', input),
    onSuccess: useStaleSettings(),
  })

/** Where the settings are fetched as a file. */
export const configFileUrl = '/api/v1/config-file'

export interface TemplateCard {
  name: string
  label: string
  description: string
  icon: string
  company: string
  objects: string[]
  counts: { fields: number; roles: number; views: number; forms: number; rules: number; demoRecords: number }
  installedAt: string | null
  demoRecords: number
}

export const useTemplates = () =>
  useQuery({
    queryKey: ['templates'],
    queryFn: async ({ signal }) => (await api.get<{ templates: TemplateCard[] }>('/templates', { signal })).templates,
  })

/** What installing would add, or removing take along. */
export const useTemplatePlan = (name: string, isRemoval: boolean) =>
  useQuery({
    queryKey: ['templates', name, isRemoval],
    gcTime: 0,
    queryFn: ({ signal }) => api.get<Plan>(`/templates/${name}/${isRemoval ? 'removal' : 'plan'}`, { signal }),
  })

export const useInstallTemplate = (name: string) =>
  useMutation({
    mutationFn: (input: { withDemo: boolean; fingerprint: string }) =>
      api.post<{ demoRecords: number }>(`/templates/${name}/install`, input),
    onSuccess: useStaleSettings(),
  })

export const useRemoveTemplate = (name: string) =>
  useMutation({
    mutationFn: (demoOnly: boolean) => api.post<{ demoRecords: number }>(`/templates/${name}/remove`, { demoOnly }),
    onSuccess: useStaleSettings(),
  })
