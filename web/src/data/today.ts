import { useQuery } from '@tanstack/react-query'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export interface TodayItem {
  leadId: string
  taskId?: string
  name: string
  phone: string
  grade?: string
  subject?: string
  sourceLabel?: string
  campusName?: string
  note?: string
  action: string
  dueAt: string | null
  clock?: { dueAt: string; startedAt: string }
}
export const todayGroups = ['overdue', 'fresh', 'today', 'waiting'] as const
export type TodayGroup = (typeof todayGroups)[number]
export interface Today extends Record<TodayGroup, TodayItem[]> {
  now: string
  counts: Record<TodayGroup, number>
}

export const useToday = () =>
  useQuery({ queryKey: queryKeys.today, queryFn: ({ signal }) => api.get<Today>('/today', { signal }) })
