import { call, field, literal, type Expression } from '@jieli/core'
import { addDays, civilDate, instantOf, isoOf, zonedInstant } from '@jieli/core/time/zoned-time'
import { closedStages } from '../assignment/closed-stages.ts'
import type { Context } from '../workspace/workspace.ts'

export const todayGroups = ['overdue', 'fresh', 'today', 'waiting'] as const
export type TodayGroup = (typeof todayGroups)[number]

/** The last instant of the civil day, in the company's zone. */
const endOfDay = (context: Context): string => {
  const { timeZone } = context.workspace.config.current
  const tomorrow = addDays(civilDate(instantOf(context.now), timeZone), 1)
  return isoOf(zonedInstant(tomorrow, '00:00', timeZone) - 1)
}

/**
 * Which of one's open leads belong where; each belongs to one group at most.
 * - overdue: its time has passed, or its follow-up clock has (`clockPast`);
 * - fresh: nobody has reached out yet;
 * - today: its time is before midnight, or it has none though somebody has spoken with the customer: it needs a next step;
 * - waiting: we have spoken, and it is the customer's turn until a later day. A call that nobody answered is not waiting.
 */
export const todayExpressions = (context: Context, clockPast: readonly string[]): Record<TodayGroup, Expression> => {
  const now = literal(context.now)
  const midnight = literal(endOfDay(context))
  const mine = call(
    'and',
    call('equals', field('owner'), call('currentUser')),
    call('not', call('isOneOf', field('stage'), literal([...closedStages(context)]))),
  )
  const timePassed = call('and', call('isNotEmpty', field('nextAt')), call('lessThan', field('nextAt'), now))
  const overdue =
    clockPast.length === 0 ? timePassed : call('or', timePassed, call('isOneOf', field('id'), literal([...clockPast])))
  const spoken = call('isNotEmpty', field('lastFollowUpAt'))
  const onTime = call('and', mine, call('not', overdue))
  const later = call('and', call('isNotEmpty', field('nextAt')), call('greaterThan', field('nextAt'), midnight))
  const answered = context.workspace.config.current
    .items('outcome')
    .filter((outcome) => outcome.effective && !outcome.closes)
    .map((outcome) => outcome.id)
  return {
    overdue: call('and', mine, overdue),
    fresh: call('and', onTime, call('not', spoken)),
    today: call('and', onTime, spoken, call('not', later)),
    waiting: call('and', onTime, spoken, later, call('isOneOf', field('outcome'), literal(answered))),
  }
}
