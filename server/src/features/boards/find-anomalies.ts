import type { Expression, Value } from '@jieli/core'
import { zonedInstant } from '@jieli/core/time/zoned-time'
import { all, cameIn, isBookedAndDue, ofCampus } from './board-conditions.ts'
import { hours, percent, ratio } from './board-figure.ts'
import { dayPartsOf } from './board-queries.ts'
import { dayParts, FEWEST_BOOKED, SLOW_DAYS } from './board-rules.ts'
import { figureIn, numberIn, type BoardScope } from './board-scope.ts'
import { consultantsOnShift } from './on-shift-at.ts'
import type { StageOrder } from './stage-order.ts'

type Row = Record<string, Value>

export interface SeriesPoint {
  day: string
  leads: number
  value: number | null
}

export interface DayPartRow {
  from: number
  to: number
  leads: number
  medianHours: number | null
  /** On shift in the middle of that part, on the latest day of the series. */
  consultants: number
}

interface AnomalyBase {
  campusId: string
  campusName: string
  title: string
  /** Leads that it touches: anomalies come in this order. */
  leads: number
  meaning: string
  query: { object: string; where: Expression }
}

export type Anomaly = AnomalyBase &
  (
    | {
        kind: 'slow-response'
        figure: { value: number; unit: '小时'; threshold: number; days: number }
        series: SeriesPoint[]
        table: DayPartRow[]
      }
    | {
        kind: 'low-visit-rate'
        figure: { value: number; unit: '%'; threshold: number; booked: number; missed: number }
        series: []
        table: []
      }
  )

export interface AnomalyFacts {
  campuses: readonly Row[]
  campusDays: readonly Row[]
}

/** What is out of the ordinary, campus by campus, the one that touches most leads first. */
export const findAnomalies = async (scope: BoardScope, facts: AnomalyFacts, stages: StageOrder): Promise<Anomaly[]> => {
  const campuses = facts.campuses.filter((row) => row['campus'] !== null)
  const slow = campuses.flatMap((row) => findSlow(scope, row, facts) ?? [])
  const parts = new Map(
    (
      await dayPartsOf(
        scope,
        slow.map((one) => one.campusId),
      )
    ).map((row) => [String(row['campus']), row]),
  )
  return [
    ...slow.map((one) => slowResponse(scope, one, parts.get(one.campusId))),
    ...campuses.flatMap((row) => lowVisits(scope, row, stages)),
  ].toSorted((a, b) => b.leads - a.leads || (a.campusId < b.campusId ? -1 : 1))
}

/** Before this hour today's median says little: it has hardly begun, and only the quick ones are in it. */
const DAY_COUNTS_FROM = 14

/** The daily medians in order of days, without today while it is young, unless today is slow already. */
const settledDays = ({ time, thresholds }: BoardScope, series: readonly SeriesPoint[]): SeriesPoint[] => {
  const today = time.days.at(-1) ?? ''
  const isYoung = Date.parse(time.now) < zonedInstant(today, `${DAY_COUNTS_FROM}:00`, time.timeZone)
  const last = series.at(-1)
  return last && isYoung && (last.value ?? 0) <= thresholds.slowResponse ? series.slice(0, -1) : [...series]
}

const slowDays = (series: readonly SeriesPoint[], threshold: number): number => {
  const ends = series.findLastIndex((point) => (point.value ?? 0) <= threshold)
  return series.length - 1 - ends
}

interface Slow {
  campusId: string
  leads: number
  series: SeriesPoint[]
  /** The day that the title speaks of. */
  day: string
  value: number
  days: number
}

const findSlow = (scope: BoardScope, row: Row, { campusDays }: AnomalyFacts): Slow | null => {
  const campusId = String(row['campus'])
  const ofDay = new Map(campusDays.filter((one) => one['campus'] === campusId).map((one) => [String(one['day']), one]))
  const series = scope.time.days
    .slice(-7)
    .map((day) => ({ day, leads: numberIn(ofDay.get(day), 'leads'), value: hours(figureIn(ofDay.get(day), 'median')) }))
  const settled = settledDays(scope, series)
  const days = slowDays(settled, scope.thresholds.slowResponse)
  const latest = settled.at(-1)
  if (days < SLOW_DAYS || !latest || latest.value === null) return null
  return { campusId, leads: numberIn(row, 'leads'), series, day: latest.day, value: latest.value, days }
}

const slowResponse = (
  scope: BoardScope,
  { campusId, leads, series, day, value, days }: Slow,
  parts: Row | undefined,
): Anomaly => {
  const campusName = nameOf(scope, campusId)
  const threshold = scope.thresholds.slowResponse
  return {
    kind: 'slow-response',
    campusId,
    campusName,
    title: `${campusName}首响中位数 ${value} 小时，高于 ${threshold} 小时`,
    meaning: `公式：首次有效跟进减线索产生，取中位数；连续 ${days} 天高于 ${threshold} 小时`,
    leads,
    figure: { value, unit: '小时', threshold, days },
    series,
    table: dayParts.map((part) => ({
      ...part,
      leads: numberIn(parts, `leads${part.from}`),
      medianHours: hours(figureIn(parts, `median${part.from}`)),
      consultants: consultantsOnShift(scope.context, campusId, day, part),
    })),
    query: { object: 'lead', where: all(cameIn(scope.time.range), ofCampus(campusId)) },
  }
}

const lowVisits = (scope: BoardScope, row: Row, stages: StageOrder): Anomaly[] => {
  const campusId = String(row['campus'])
  const booked = numberIn(row, 'booked')
  const missed = booked - numberIn(row, 'visited')
  const value = percent(ratio(booked - missed, booked))
  const threshold = scope.thresholds.visitRate
  if (booked < FEWEST_BOOKED || value === null || value >= threshold) return []
  const campusName = nameOf(scope, campusId)
  return [
    {
      kind: 'low-visit-rate',
      campusId,
      campusName,
      title: `${campusName}试听到访率 ${value}%，低于阈值 ${threshold}%`,
      meaning: `${booked} 人预约，${missed} 人未到`,
      leads: booked,
      figure: { value, unit: '%', threshold, booked, missed },
      series: [],
      table: [],
      query: {
        object: 'lead',
        where: all(cameIn(scope.time.range), isBookedAndDue(stages), ofCampus(campusId)),
      },
    },
  ]
}

const nameOf = ({ context }: BoardScope, campusId: string): string =>
  context.workspace.directory.current.campusNames.get(campusId) ?? ''
