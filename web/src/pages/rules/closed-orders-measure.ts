import { call, field, literal, type Expression, type MeasureRequest } from '@jieli/core'

/** The figures that the page can set by choosing: orders or money closed by a person in the last days. */
export interface ClosedOrdersChoice {
  fn: 'count' | 'sum'
  days: number
  isSameSubject: boolean
}

const conditionOf = ({ days, isSameSubject }: ClosedOrdersChoice): Expression =>
  call(
    'and',
    call('equals', field('status'), literal('closed')),
    ...(isSameSubject ? [call('equals', field('subject'), field('record.subject'))] : []),
    call('withinLastDays', field('closedAt'), literal(days)),
  )

/** The measure as the strategy stores it. */
export const closedOrdersMeasure = (choice: ClosedOrdersChoice, label: MeasureRequest['label']): MeasureRequest => ({
  name: choice.fn === 'count' ? 'ordersClosed' : 'amountClosed',
  label,
  object: 'order',
  fn: choice.fn,
  ...(choice.fn === 'sum' ? { of: 'amount' } : {}),
  by: 'owner',
  where: conditionOf(choice),
})

const daysIn = (where: Expression): number => {
  const last = 'call' in where ? where.args.at(-1) : undefined
  const days = last && 'call' in last ? last.args[1] : undefined
  return days && 'value' in days && typeof days.value === 'number' ? days.value : 0
}

/** The choices behind a stored measure; null when it was written some other way and must not be touched. */
export const readClosedOrders = (measure: unknown): ClosedOrdersChoice | null => {
  const { fn, where, object } = (measure ?? {}) as Partial<MeasureRequest>
  if ((fn !== 'count' && fn !== 'sum') || !where || object !== 'order') return null
  const days = daysIn(where)
  const found = [true, false]
    .map((isSameSubject) => ({ fn, days, isSameSubject }))
    .find((choice) => JSON.stringify(conditionOf(choice)) === JSON.stringify(where))
  return found ?? null
}

export const usualChoice: ClosedOrdersChoice = { fn: 'count', days: 7, isSameSubject: true }
