import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { Expression } from '@jieli/core'
import { api } from './api-client.ts'
import { queryKeys } from './query-keys.ts'
import { findRecords } from './records.ts'

export const boardRanges = ['today', 'week', 'month'] as const
export type BoardRange = (typeof boardRanges)[number]

/** What is chosen above a board. */
export interface BoardChoice {
  range: BoardRange
  campus?: string | undefined
}

/** The records behind a figure: every figure has some. */
export interface RecordsBehind {
  object: string
  where?: Expression
}
export interface BoardFigure {
  name: string
  label: string
  meaning: string
  value: number | null
  unit: string
  threshold: number | null
  better: 'up' | 'down'
  status: 'ok' | 'warn' | 'err'
  /** Against the stretch of the same length before; null: nothing to compare with. */
  delta: number | null
  deltaUnit: string
  trend: (number | null)[]
  query: RecordsBehind
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
export interface DayPart {
  from: number
  to: number
  leads: number
  medianHours: number | null
  consultants: number
}
interface AnomalyBase {
  campusId: string
  campusName: string
  title: string
  meaning: string
  leads: number
  query: RecordsBehind
}
export type SlowResponse = AnomalyBase & {
  kind: 'slow-response'
  figure: { value: number; threshold: number; days: number }
  series: { day: string; leads: number; value: number | null }[]
  table: DayPart[]
}
export type LowVisitRate = AnomalyBase & {
  kind: 'low-visit-rate'
  figure: { value: number; threshold: number; booked: number; missed: number }
}
export type BoardAnomaly = SlowResponse | LowVisitRate
export interface HeatCell {
  hour: number
  count: number
  medianMinutes: number | null
}
export interface HeatRow {
  /** Empty: leads that belong to no campus. */
  campusId: string
  campusName: string
  cells: HeatCell[]
  total: number
  followRate: number | null
}
export interface SourceFigures {
  source: string
  label: string
  count: number
  enrolled: number
}
export interface ConsultantFigures {
  userId: string
  name: string
  leads: number
  followRate: number | null
  medianMinutes: number | null
  enrolled: number
}
export interface FunnelStep {
  stage: string
  label: string
  count: number
  before: number
  /** Whose trial is still to come: they cannot have gone on yet. */
  ahead: number
  aheadBefore: number
  query: RecordsBehind
}
export interface MissedReason {
  outcome: string
  label: string
  count: number
  query: RecordsBehind
}
export interface CampusBoard {
  asOf: string
  range: { from: string; to: string }
  campuses: { visible: number; all: number }
  leadCount: number
  days: string[]
  figures: BoardFigure[]
  heat: { hours: number[]; rows: HeatRow[] }
  anomalies: BoardAnomaly[]
  bySource: SourceFigures[]
  byConsultant: ConsultantFigures[]
  overdue: { count: number; consultants: number; items: OverdueItem[]; query: RecordsBehind }
  funnel: FunnelStep[]
  missed: { total: number; reasons: MissedReason[] }
}

export const choiceParams = ({ range, campus }: BoardChoice): URLSearchParams =>
  new URLSearchParams({ range, ...(campus ? { campus } : {}) })

/** What was shown stays until the new answer is there: a live change redraws figures, never the frame. */
export const useCampusBoard = (
  params: BoardChoice,
  { everyMs, isWanted = true }: { everyMs?: number; isWanted?: boolean } = {},
) =>
  useQuery({
    enabled: isWanted,
    ...(everyMs ? { refetchInterval: everyMs, refetchIntervalInBackground: true } : {}),
    queryKey: queryKeys.board('campus', params),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.get<CampusBoard>(`/boards/campus?${choiceParams(params)}`, { signal }),
  })

export interface LatestLead {
  id: string
  name: string
  campusName: string
  source: string | null
  subject: string | null
  createdAt: string
}

/** The newest leads the reader may see, newest first. */
export const useLatestLeads = (limit: number) =>
  useQuery({
    queryKey: [...queryKeys.object('lead'), 'latest', limit],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<LatestLead[]> => {
      const { records, refs } = await findRecords(
        'lead',
        {
          select: ['name', 'campus', 'source', 'subject', 'createdAt'],
          sort: [{ field: 'createdAt', direction: 'desc' }],
          limit,
        },
        signal,
      )
      const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null)
      return records.map(({ id, values }) => ({
        id,
        name: text(values['name']) ?? '',
        campusName: refs?.[text(values['campus']) ?? ''] ?? '',
        source: text(values['source']),
        subject: text(values['subject']),
        createdAt: String(values['createdAt']),
      }))
    },
  })

export const useCampuses = () =>
  useQuery({
    queryKey: [...queryKeys.object('campus'), 'names'],
    staleTime: 300_000,
    queryFn: async ({ signal }) => {
      const { records } = await findRecords('campus', { select: ['name', 'city'], limit: 500 }, signal)
      return records.map(({ id, values }) => ({ id, name: String(values['name'] ?? ''), city: String(values['city'] ?? '') }))
    },
  })
