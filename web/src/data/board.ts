import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Expression } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'

export type BoardRange = 'today' | 'week' | 'month'
export interface BoardFigure {
  name: string
  label: string
  value: number | null
  unit: string
  threshold: number | null
  better: 'up' | 'down'
  status: 'ok' | 'warn' | 'err'
  delta: number | null
  trend: (number | null)[]
  /** The records behind the figure. */
  query: { object: string; where?: Expression }
}
export interface OverdueItem {
  leadId: string
  name: string
  phone: string
  ownerId: string
  ownerName: string
  action: string
  dueAt: string
  overdueMinutes: number
  campusName: string
  nudged: boolean
}
export interface BoardAnomaly {
  kind: string
  campusId: string
  campusName: string
  title: string
  figure: unknown
  series: unknown
  table: unknown
  query: { object: string; where?: Expression }
}
export interface CampusBoard {
  asOf: string
  range: { from: string; to: string }
  leadCount: number
  figures: BoardFigure[]
  heat: {
    hours: number[]
    rows: {
      campusId: string
      campusName: string
      cells: { hour: number; count: number; medianMinutes: number | null }[]
      total: number
      followRate: number
    }[]
  }
  bySource: { source: string; label: string; count: number; enrolled: number }[]
  byConsultant: {
    userId: string
    name: string
    leads: number
    followRate: number
    medianMinutes: number | null
    enrolled: number
  }[]
  overdue: { count: number; consultants: number; items: OverdueItem[] }
  anomalies: BoardAnomaly[]
  funnel: { stage: string; label: string; count: number }[]
}

export const useCampusBoard = (params: { range: BoardRange; campus?: string }) =>
  useQuery({
    queryKey: queryKeys.board('campus', params),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) =>
      api.get<CampusBoard>(
        `/boards/campus?${new URLSearchParams({ range: params.range, ...(params.campus ? { campus: params.campus } : {}) })}`,
        { signal },
      ),
  })
