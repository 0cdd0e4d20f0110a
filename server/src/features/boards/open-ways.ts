import { call, field, literal, type Expression } from '@jieli/core'
import { all, cameIn, isOneOfIds, isStillAhead, ofCampus, stageIn, wasAnswered } from './board-conditions.ts'
import type { BoardScope } from './board-scope.ts'
import { reachedWhere } from './build-figures.ts'
import type { FunnelStep, MissedReason } from './build-ways.ts'
import type { LostLead } from './find-lost-leads.ts'
import type { StageOrder } from './stage-order.ts'

/** The records behind a figure. */
export interface Opened {
  query: { object: 'lead'; where: Expression }
}

interface Way {
  /** Lost leads of the range. */
  lost: readonly LostLead[]
  stages: StageOrder
}

const leads = (scope: BoardScope, condition: Expression | undefined): Opened['query'] => ({
  object: 'lead',
  where: all(cameIn(scope.time.range), condition, ofCampus(scope.campusId)),
})

const idsOf = (lost: readonly LostLead[]): string[] => lost.map((lead) => lead.id)

const stepWhere = (stage: string, { lost, stages }: Way): Expression | undefined => {
  if (stage === 'new') return undefined
  if (stage === 'contacted') return wasAnswered
  if (stage === 'trial-booked') return reachedWhere(stages.booked, idsOf(lost.filter((lead) => lead.isBooked)))
  return stage === 'visited'
    ? reachedWhere(stages.visited, idsOf(lost.filter((lead) => lead.isVisited)))
    : stageIn([stages.enrolled])
}

/** Each step of the funnel opens to the very leads it counts. */
export const openSteps = (scope: BoardScope, steps: readonly FunnelStep[], way: Way): (FunnelStep & Opened)[] =>
  steps.map((step) => ({ ...step, query: leads(scope, stepWhere(step.stage, way)) }))

/** The booking itself says nothing about why nobody came. */
const unsaid = (outcome: string | null): boolean => outcome === null || outcome === 'needs-trial'

/** A list literal holds so many. */
const MOST_IDS = 1_000
const chunksOf = (ids: string[]): string[][] =>
  Array.from({ length: Math.ceil(ids.length / MOST_IDS) }, (_, index) => ids.slice(index * MOST_IDS, (index + 1) * MOST_IDS))

const reasonWhere = (outcome: string, { lost, stages }: Way): Expression => {
  const waiting = stages.booked.filter((stage) => !stages.visited.includes(stage))
  const said =
    outcome === ''
      ? call('or', call('isEmpty', field('outcome')), call('equals', field('outcome'), literal('needs-trial')))
      : call('equals', field('outcome'), literal(outcome))
  const gone = lost.filter(
    (lead) =>
      lead.isBooked && !lead.isVisited && (outcome === '' ? unsaid(lead.outcomeBefore) : lead.outcomeBefore === outcome),
  )
  const stillWaiting = all(stageIn(waiting), said, call('not', isStillAhead(stages)))
  return gone.length === 0 ? stillWaiting : call('or', stillWaiting, ...chunksOf(idsOf(gone)).map(isOneOfIds))
}

export const openReasons = (scope: BoardScope, reasons: readonly MissedReason[], way: Way): (MissedReason & Opened)[] =>
  reasons.map((reason) => ({ ...reason, query: leads(scope, reasonWhere(reason.outcome, way)) }))
