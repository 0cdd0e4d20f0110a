import { createCompany } from './company.ts'
import { toIso } from './china-time.ts'
import { createStory, type DueStep, type StoryOptions } from './story.ts'
import type { DemoFollowUp, DemoOrder, DemoUseCases } from './use-cases.ts'

const followUpOf = ({ leadId, ownerId, step }: DueStep): DemoFollowUp => ({
  leadId,
  userId: ownerId,
  at: toIso(step.at),
  outcomeId: step.outcomeId,
  note: step.note,
  nextAction: step.nextAction,
  nextAt: step.nextAt === null ? null : toIso(step.nextAt),
  learned: step.learned,
})

const ordersOf = (steps: DueStep[]): DemoOrder[] =>
  steps.flatMap(({ leadId, ownerId, campusId, subject, step }) =>
    step.orderAmount === undefined
      ? []
      : [{ leadId, userId: ownerId, campusId, subject, amount: step.orderAmount, closedAt: toIso(step.at) }],
  )

export interface StoryTotals {
  captures: number
  leads: number
  followUps: number
  orders: number
}

/**
 * Plays the company's last `days` through the platform's own use cases, hour by hour: what comes in, who gets it, what they
 * do with it, which warnings fall due.
 */
export const runStory = async (
  useCases: DemoUseCases,
  options: Omit<StoryOptions, 'ids'>,
  onHour?: (now: number, totals: StoryTotals) => void,
): Promise<StoryTotals> => {
  const ids = await useCases.installCompany(createCompany(options))
  const story = createStory({ ...options, ids })
  const totals: StoryTotals = { captures: 0, leads: 0, followUps: 0, orders: 0 }
  // The warnings of an hour and what comes in during the next do not touch each other, so they go side by side.
  let warnings = Promise.resolve()
  for (const { now, captures } of story.hours()) {
    const at = toIso(now)
    if (captures.length > 0) {
      const captured = await useCases.captureBatch(at, captures)
      captures.forEach(({ eventId }, index) => story.onCaptured(eventId, captured[index] ?? null))
      totals.leads += captured.filter((result) => result?.isNew).length
    }
    await warnings
    const due = story.takeDue(now)
    const orders = ordersOf(due)
    if (due.length > 0) await useCases.logFollowUps(at, due.map(followUpOf))
    if (orders.length > 0) await useCases.recordOrders(at, orders)
    warnings = useCases.runDueTimers(at)
    totals.captures += captures.length
    totals.followUps += due.length
    totals.orders += orders.length
    onHour?.(now, totals)
  }
  await warnings
  return totals
}
