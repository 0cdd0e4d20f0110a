import { textOf, type Label, type Value } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { rounded } from './board-figure.ts'
import { figureIn, leadField, numberIn } from './board-scope.ts'
import { onlyBooked } from './board-conditions.ts'
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

/** Of all rows together. */
export const sumOf = (rows: readonly Row[], measure: string): number =>
  rows.reduce((total, row) => total + numberIn(row, measure), 0)

/** Leads by where they stand, and lost ones by where they stood before. */
export interface Ways {
  ways: readonly Row[]
  losses: readonly Row[]
}

/** How many came as far as these stages. */
export const reachedIn = ({ ways, losses }: Ways, stages: readonly string[], measure: Counted): number =>
  sumOf(
    [...ways, ...losses].filter((row) => stages.includes(String(row['stage']))),
    measure,
  )

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
      count: sumOf(rows, 'leads'),
      enrolled: sumOf(
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
export const buildFunnel = (facts: Ways, stages: StageOrder): FunnelStep[] => {
  const { ways } = facts
  const enrolled = ways.filter((row) => row['stage'] === stages.enrolled)
  const open = { ahead: 0, aheadBefore: 0 }
  return [
    { ...open, stage: 'new', label: '线索', count: sumOf(ways, 'leads'), before: sumOf(ways, 'leadsBefore') },
    { ...open, stage: 'contacted', label: '已跟进', count: sumOf(ways, 'answered'), before: sumOf(ways, 'answeredBefore') },
    {
      stage: 'trial-booked',
      label: '预约试听',
      count: reachedIn(facts, stages.booked, 'leads'),
      before: reachedIn(facts, stages.booked, 'leadsBefore'),
      ahead: sumOf(ways, 'ahead'),
      aheadBefore: sumOf(ways, 'aheadBefore'),
    },
    {
      ...open,
      stage: 'visited',
      label: '到访',
      count: reachedIn(facts, stages.visited, 'leads'),
      before: reachedIn(facts, stages.visited, 'leadsBefore'),
    },
    { ...open, stage: 'enrolled', label: '报名', count: sumOf(enrolled, 'leads'), before: sumOf(enrolled, 'leadsBefore') },
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
  { ways, losses }: Ways,
  stages: StageOrder,
): { total: number; reasons: MissedReason[] } => {
  const waiting = onlyBooked(stages)
  const counts = new Map<string, number>()
  const add = (outcome: Value | undefined, count: number): void => {
    const key = typeof outcome !== 'string' || outcome === 'needs-trial' ? '' : outcome
    counts.set(key, (counts.get(key) ?? 0) + count)
  }
  for (const row of [...ways, ...losses])
    if (waiting.includes(String(row['stage']))) add(row['outcome'], numberIn(row, 'leads') - numberIn(row, 'ahead'))
  const labels = labelsOf(context, 'outcome')
  const reasons = [...counts]
    .filter(([, count]) => count > 0)
    .map(([outcome, count]) => ({ outcome, label: labels.get(outcome) ?? '未填原因', count }))
  return { total: reasons.reduce((all, one) => all + one.count, 0), reasons: reasons.toSorted((a, b) => b.count - a.count) }
}
