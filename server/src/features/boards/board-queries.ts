import { call, field, literal, type Expression, type Measure, type Value } from '@jieli/core'
import {
  cameAtHours,
  cameIn,
  dayOf,
  fellDue,
  followedUpIn48h,
  hourOf,
  isBookedAndDue,
  isFilled,
  isStillAhead,
  reached,
  stageIn,
  wasAnswered,
  all,
  within,
} from './board-conditions.ts'
import { dayParts, keyFields, TARGET_PERIODS } from './board-rules.ts'
import { groupIn, type BoardScope } from './board-scope.ts'
import { shifted, spanOfDay, type Span } from './board-time.ts'
import type { StageOrder } from './stage-order.ts'

/** Each function is one grouped statement over the whole of what the reader may see; nothing is asked row by row. */

type Rows = Promise<Record<string, Value>[]>

const count = (as: string, where?: Expression): Measure => ({ as, fn: 'count', ...(where ? { where } : {}) })
const median = (as: string, where?: Expression): Measure => ({
  as,
  fn: 'median',
  of: field('firstResponseMinutes'),
  ...(where ? { where } : {}),
})
const followRate = (as: string, span: Span): Measure => ({ as, fn: 'share', of: fellDue(span), where: followedUpIn48h })

const earliestOf = (...spans: Span[]): string => spans.map((span) => span.from).toSorted()[0] ?? ''
const DAY = 86_400_000
/** Rates of leads that fell due look two days further back than the leads of the range. */
const sinceDue = (span: Span): Span => ({ from: shifted(span, -2 * DAY).from, to: span.to })

export const totalsOf = (scope: BoardScope): Rows => {
  const { range, previous } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: cameIn(sinceDue({ from: previous.from, to: range.to })),
    groupBy: [],
    measures: [
      count('leads', cameIn(range)),
      count('leadsBefore', cameIn(previous)),
      median('median', cameIn(range)),
      median('medianBefore', cameIn(previous)),
      followRate('rate', range),
      followRate('rateBefore', previous),
    ],
  })
}

/** How many leads that were talked to have each key field. */
export const completenessOf = (scope: BoardScope): Rows => {
  const { range, previous } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: all(wasAnswered, cameIn({ from: previous.from, to: range.to })),
    groupBy: [],
    measures: [
      count('answered', cameIn(range)),
      count('answeredBefore', cameIn(previous)),
      ...keyFields.flatMap((name) => [
        count(name, all(isFilled(name), cameIn(range))),
        count(`${name}Before`, all(isFilled(name), cameIn(previous))),
      ]),
    ],
  })
}

/** Figures of each day on which leads came in, for the trends. */
export const daysOf = (scope: BoardScope, stages: StageOrder): Rows => {
  const first = spanOfDay(scope.time.days[0] ?? '', scope.time.timeZone)
  return groupIn(scope, {
    object: 'lead',
    where: cameIn(sinceDue({ from: first.from, to: scope.time.now })),
    groupBy: [{ as: 'day', of: dayOf('createdAt') }],
    measures: [
      count('leads'),
      median('median'),
      count('inTime', followedUpIn48h),
      count('booked', isBookedAndDue(stages)),
      count('visited', reached(stages.visited)),
      count('answered', wasAnswered),
      ...keyFields.map((name) => count(name, all(wasAnswered, isFilled(name)))),
    ],
  })
}

export const hoursOf = (scope: BoardScope): Rows =>
  groupIn(scope, {
    object: 'lead',
    where: cameIn(scope.time.range),
    groupBy: [
      { as: 'campus', of: field('campus') },
      { as: 'hour', of: hourOf('createdAt') },
    ],
    measures: [count('leads'), median('median')],
  })

export const campusesOf = (scope: BoardScope, stages: StageOrder): Rows => {
  const { range } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: cameIn(sinceDue(range)),
    groupBy: [{ as: 'campus', of: field('campus') }],
    measures: [
      count('leads', cameIn(range)),
      followRate('rate', range),
      count('booked', all(cameIn(range), isBookedAndDue(stages))),
      count('visited', all(cameIn(range), reached(stages.visited))),
    ],
  })
}

/** Of a few campuses, what came in which part of the day and how soon it was answered. */
export const dayPartsOf = async (scope: BoardScope, campusIds: readonly string[]): Rows =>
  campusIds.length === 0
    ? []
    : groupIn(scope, {
        object: 'lead',
        where: all(cameIn(scope.time.range), call('isOneOf', field('campus'), literal([...campusIds]))),
        groupBy: [{ as: 'campus', of: field('campus') }],
        measures: dayParts.flatMap((part) => [
          count(`leads${part.from}`, cameAtHours(part)),
          median(`median${part.from}`, cameAtHours(part)),
        ]),
      })

/** Daily medians of each campus over the last week. */
export const campusDaysOf = (scope: BoardScope): Rows => {
  const first = spanOfDay(scope.time.days.at(-7) ?? '', scope.time.timeZone)
  return groupIn(scope, {
    object: 'lead',
    where: cameIn({ from: first.from, to: scope.time.now }),
    groupBy: [
      { as: 'campus', of: field('campus') },
      { as: 'day', of: dayOf('createdAt') },
    ],
    measures: [count('leads'), median('median')],
  })
}

/** Sources, stages and latest outcomes at once: funnel, sources and reasons are sums of these. */
export const waysOf = (scope: BoardScope, stages: StageOrder): Rows => {
  const { range, previous } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: cameIn({ from: previous.from, to: range.to }),
    groupBy: [
      { as: 'source', of: field('source') },
      { as: 'stage', of: field('stage') },
      { as: 'outcome', of: field('outcome') },
    ],
    measures: [
      count('leads', cameIn(range)),
      count('leadsBefore', cameIn(previous)),
      count('answered', all(cameIn(range), wasAnswered)),
      count('answeredBefore', all(cameIn(previous), wasAnswered)),
      count('ahead', all(cameIn(range), isStillAhead(stages))),
      count('aheadBefore', all(cameIn(previous), isStillAhead(stages))),
    ],
  })
}

/** How far the lost leads had come, and what was last heard of them before. */
export const lossesOf = (scope: BoardScope): Rows => {
  const { range, previous } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: all(isFilled('lostStage'), cameIn({ from: previous.from, to: range.to })),
    groupBy: [
      { as: 'stage', of: field('lostStage') },
      { as: 'outcome', of: field('lostOutcome') },
    ],
    measures: [count('leads', cameIn(range)), count('leadsBefore', cameIn(previous))],
  })
}

export const consultantsOf = (scope: BoardScope, stages: StageOrder): Rows => {
  const { range } = scope.time
  return groupIn(scope, {
    object: 'lead',
    where: all(cameIn(sinceDue(range)), call('isNotEmpty', field('owner'))),
    groupBy: [{ as: 'owner', of: field('owner') }],
    measures: [
      count('leads', cameIn(range)),
      median('median', cameIn(range)),
      followRate('rate', range),
      count('enrolled', all(cameIn(range), stageIn([stages.enrolled]))),
    ],
  })
}

/** What orders must be to be income. */
export const isIncome: Expression = call('equals', field('status'), literal('closed'))

/** Equal stretches before the range, nearest first. The lengths are those of the whole range, since a target is for all of it. */
export const targetSpans = ({ time }: BoardScope): Span[] => {
  const length = Date.parse(time.until) - Date.parse(time.range.from)
  return Array.from({ length: TARGET_PERIODS }, (_, index) => ({
    from: shifted(time.range, -length * (index + 1)).from,
    to: new Date(Date.parse(time.range.from) - length * index - 1).toISOString(),
  }))
}

export const incomeOf = (scope: BoardScope): Rows => {
  const spans = targetSpans(scope)
  const { range, previous } = scope.time
  const sum = (as: string, span: Span): Measure => ({ as, fn: 'sum', of: field('amount'), where: within('closedAt', span) })
  return groupIn(scope, {
    object: 'order',
    where: all(isIncome, within('closedAt', { from: earliestOf(...spans, previous), to: range.to })),
    groupBy: [],
    measures: [sum('income', range), sum('incomeBefore', previous), ...spans.map((span, index) => sum(`period${index}`, span))],
  })
}

export const incomeDaysOf = (scope: BoardScope): Rows =>
  groupIn(scope, {
    object: 'order',
    where: all(
      isIncome,
      within('closedAt', { from: spanOfDay(scope.time.days[0] ?? '', scope.time.timeZone).from, to: scope.time.now }),
    ),
    groupBy: [{ as: 'day', of: dayOf('closedAt') }],
    measures: [{ as: 'income', fn: 'sum', of: field('amount') }],
  })
