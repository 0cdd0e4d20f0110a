import { textOf, type Label, type Value } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { rounded } from './board-figure.ts'
import { figureIn, leadField, numberIn } from './board-scope.ts'
import type { LostLead } from './find-lost-leads.ts'
import type { StageOrder } from './stage-order.ts'

type Row = Record<string, Value>
type Counted = 'leads' | 'leadsBefore'

interface Option {
  id: string
  label: Label
}

const labelsOf = (context: Context, field: string): Map<string, string> =>
  new Map(
    ((leadField(context, field).settings['options'] ?? []) as Option[]).map((option) => [
      option.id,
      textOf(option.label, 'zh-CN'),
    ]),
  )

const sum = (rows: readonly Row[], measure: string): number => rows.reduce((total, row) => total + numberIn(row, measure), 0)

export interface SourceFigures {
  source: string
  label: string
  count: number
  enrolled: number
}

export const buildSources = (context: Context, ways: readonly Row[], stages: StageOrder): SourceFigures[] => {
  const labels = labelsOf(context, 'source')
  return [...Map.groupBy(ways, (row) => String(row['source'] ?? ''))]
    .map(([source, rows]) => ({
      source,
      label: labels.get(source) ?? '未填来源',
      count: sum(rows, 'leads'),
      enrolled: sum(
        rows.filter((row) => row['stage'] === stages.enrolled),
        'leads',
      ),
    }))
    .filter((one) => one.count > 0)
    .toSorted((a, b) => b.count - a.count)
}

export interface ConsultantFigures {
  userId: string
  name: string
  leads: number
  followRate: number | null
  medianMinutes: number | null
  enrolled: number
}

export const buildConsultants = (context: Context, rows: readonly Row[]): ConsultantFigures[] =>
  rows
    .filter((row) => numberIn(row, 'leads') > 0)
    .map((row) => ({
      userId: String(row['owner']),
      name: context.workspace.directory.current.users.get(String(row['owner']))?.name ?? '',
      leads: numberIn(row, 'leads'),
      followRate: rounded(figureIn(row, 'rate'), 4),
      medianMinutes: rounded(figureIn(row, 'median'), 0),
      enrolled: numberIn(row, 'enrolled'),
    }))
    .toSorted((a, b) => b.leads - a.leads || (a.userId < b.userId ? -1 : 1))

export interface FunnelStep {
  stage: string
  label: string
  count: number
  /** The same step of the stretch before. */
  before: number
  /** Of those, how many cannot have gone on yet: their trial is still to come. Rates to the next step leave them out. */
  ahead: number
  aheadBefore: number
}

/** Of the leads that came in during the range, how many ever came as far as each step. */
export const buildFunnel = (
  ways: readonly Row[],
  lost: { leads: readonly LostLead[]; leadsBefore: readonly LostLead[] },
  stages: StageOrder,
): FunnelStep[] => {
  const reached = (way: readonly string[], measure: Counted, was: 'isBooked' | 'isVisited'): number =>
    sum(
      ways.filter((row) => way.includes(String(row['stage']))),
      measure,
    ) + lost[measure].filter((lead) => lead[was]).length
  const enrolled = ways.filter((row) => row['stage'] === stages.enrolled)
  const open = { ahead: 0, aheadBefore: 0 }
  return [
    { ...open, stage: 'new', label: '线索', count: sum(ways, 'leads'), before: sum(ways, 'leadsBefore') },
    { ...open, stage: 'contacted', label: '已跟进', count: sum(ways, 'answered'), before: sum(ways, 'answeredBefore') },
    {
      stage: 'trial-booked',
      label: '预约试听',
      count: reached(stages.booked, 'leads', 'isBooked'),
      before: reached(stages.booked, 'leadsBefore', 'isBooked'),
      ahead: sum(ways, 'ahead'),
      aheadBefore: sum(ways, 'aheadBefore'),
    },
    {
      ...open,
      stage: 'visited',
      label: '到访',
      count: reached(stages.visited, 'leads', 'isVisited'),
      before: reached(stages.visited, 'leadsBefore', 'isVisited'),
    },
    { ...open, stage: 'enrolled', label: '报名', count: sum(enrolled, 'leads'), before: sum(enrolled, 'leadsBefore') },
  ]
}

export interface MissedReason {
  outcome: string
  label: string
  count: number
}

/**
 * Why booked trials did not come: the latest outcome that was logged after the booking; for lost ones the outcome before
 * they were given up. Trials that are still to come have not been missed. Only the booking itself on record means that nobody noted a reason.
 */
export const buildReasons = (
  context: Context,
  ways: readonly Row[],
  lost: readonly LostLead[],
  stages: StageOrder,
): { total: number; reasons: MissedReason[] } => {
  const waiting = stages.booked.filter((stage) => !stages.visited.includes(stage))
  const counts = new Map<string, number>()
  const add = (outcome: string | null, count: number): void => {
    const key = outcome === null || outcome === 'needs-trial' ? '' : outcome
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  for (const row of ways)
    if (waiting.includes(String(row['stage'])))
      add(row['outcome'] as string | null, numberIn(row, 'leads') - numberIn(row, 'ahead'))
  for (const lead of lost) if (lead.isBooked && !lead.isVisited) add(lead.outcomeBefore, 1)
  const labels = labelsOf(context, 'outcome')
  const reasons = [...counts]
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => ({ outcome, label: labels.get(outcome) ?? '未填原因', count }))
  return { total: reasons.reduce((all, one) => all + one.count, 0), reasons: reasons.toSorted((a, b) => b.count - a.count) }
}
