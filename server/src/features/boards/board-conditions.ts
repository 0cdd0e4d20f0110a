import { call, field, literal, type Expression } from '@jieli/core'
import { FOLLOW_UP_HOURS } from './board-rules.ts'
import { shifted, type Span } from './board-time.ts'

/** Conditions of the board, each in one place: the figure and the list it opens to use the same one. */

export const within = (name: string, { from, to }: Span): Expression =>
  call('and', call('atLeast', field(name), literal(from)), call('atMost', field(name), literal(to)))

export const all = (...conditions: (Expression | undefined)[]): Expression => {
  const given = conditions.filter((condition) => condition !== undefined)
  return given.length === 1 && given[0] ? given[0] : call('and', ...given)
}

export const ofCampus = (campusId: string | undefined): Expression | undefined =>
  campusId === undefined ? undefined : call('equals', field('campus'), literal(campusId))

/** Leads that came in during the span. */
export const cameIn = (span: Span): Expression => within('createdAt', span)

/** Leads whose 48 hours ended during the span: only of these is it known whether they were followed up in time. */
export const fellDue = (span: Span): Expression => cameIn(shifted(span, -FOLLOW_UP_HOURS * 3_600_000))

export const followedUpIn48h: Expression = call('atMost', field('firstResponseMinutes'), literal(FOLLOW_UP_HOURS * 60))

export const wasAnswered: Expression = call('isNotEmpty', field('firstFollowUpAt'))

export const isFilled = (name: string): Expression => call('isNotEmpty', field(name))

export const stageIn = (stages: readonly string[]): Expression => call('isOneOf', field('stage'), literal([...stages]))

/** Leads that came as far as these stages: by where they stand or, once given up, by where they stood then. */
export const reached = (stages: readonly string[]): Expression => call('or', stageIn(stages), wasLostAt(stages))

export const wasLostAt = (stages: readonly string[]): Expression => call('isOneOf', field('lostStage'), literal([...stages]))

/** Booked, and no step further. */
export const onlyBooked = (stages: { booked: readonly string[]; visited: readonly string[] }): string[] =>
  stages.booked.filter((stage) => !stages.visited.includes(stage))

/** A trial that was booked and whose day is yet to come: nobody can say yet whether they will be there. */
export const isStillAhead = (stages: { booked: readonly string[]; visited: readonly string[] }): Expression =>
  all(stageIn(onlyBooked(stages)), call('greaterThan', field('nextAt'), call('now')))

/** Came as far as booking, and the day has come: only of these is a visit rate said. */
export const isBookedAndDue = (stages: { booked: readonly string[]; visited: readonly string[] }): Expression =>
  all(reached(stages.booked), call('not', isStillAhead(stages)))

export const cameAtHours = ({ from, to }: { from: number; to: number }): Expression =>
  call(
    'and',
    call('atLeast', call('hourOf', field('createdAt')), literal(from)),
    call('lessThan', call('hourOf', field('createdAt')), literal(to)),
  )

export const dayOf = (name: string): Expression => call('dateOf', field(name))
export const hourOf = (name: string): Expression => call('hourOf', field(name))
