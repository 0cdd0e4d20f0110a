import { call, field, literal, type Expression } from '@jieli/core'
import {
  all,
  cameIn,
  isStillAhead,
  ofCampus,
  onlyBooked,
  reached,
  stageIn,
  wasAnswered,
  wasLostAt,
} from './board-conditions.ts'
import type { BoardScope } from './board-scope.ts'
import type { FunnelStep, MissedReason } from './build-ways.ts'
import type { StageOrder } from './stage-order.ts'

/** The records behind a figure. */
export interface Opened {
  query: { object: 'lead'; where: Expression }
}

const leads = (scope: BoardScope, condition: Expression | undefined): Opened['query'] => ({
  object: 'lead',
  where: all(cameIn(scope.time.range), condition, ofCampus(scope.campusId)),
})

const stepWhere = (stage: string, stages: StageOrder): Expression | undefined => {
  if (stage === 'new') return undefined
  if (stage === 'contacted') return wasAnswered
  if (stage === 'trial-booked') return reached(stages.booked)
  return stage === 'visited' ? reached(stages.visited) : stageIn([stages.enrolled])
}

/** Each step of the funnel opens to the very leads it counts. */
export const openSteps = (scope: BoardScope, steps: readonly FunnelStep[], stages: StageOrder): (FunnelStep & Opened)[] =>
  steps.map((step) => ({ ...step, query: leads(scope, stepWhere(step.stage, stages)) }))

/** The booking itself says nothing about why nobody came. */
const said = (name: string, outcome: string): Expression =>
  outcome === ''
    ? call('or', call('isEmpty', field(name)), call('equals', field(name), literal('needs-trial')))
    : call('equals', field(name), literal(outcome))

const reasonWhere = (outcome: string, stages: StageOrder): Expression => {
  const waiting = onlyBooked(stages)
  return call(
    'or',
    all(stageIn(waiting), said('outcome', outcome), call('not', isStillAhead(stages))),
    all(wasLostAt(waiting), said('lostOutcome', outcome)),
  )
}

export const openReasons = (
  scope: BoardScope,
  reasons: readonly MissedReason[],
  stages: StageOrder,
): (MissedReason & Opened)[] =>
  reasons.map((reason) => ({ ...reason, query: leads(scope, reasonWhere(reason.outcome, stages)) }))
