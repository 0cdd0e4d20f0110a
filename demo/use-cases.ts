import type { Value } from '@jieli/core'
import type { DemoCompany } from './company.ts'

/** Ids the workspace gave to what the company brought along. */
export interface DemoIds {
  /** By campus key. */
  campuses: Record<string, string>
  /** By login. */
  users: Record<string, string>
}

/** One event as the outside sends it. Forms and manual entry name our fields; webhooks speak their sender's words. */
export interface DemoCapture {
  sourceId: string
  eventId: string
  payload: Record<string, unknown>
  /** ISO. */
  receivedAt: string
}

export interface DemoCaptured {
  leadId: string
  /** Null while it waits in the fallback queue. */
  ownerId: string | null
  /** False when the customer was known and this is one more touch. */
  isNew: boolean
}

export interface DemoFollowUp {
  leadId: string
  userId: string
  /** ISO, within the batch's hour. */
  at: string
  outcomeId: string
  note: string
  /** Null when the outcome closes the lead. */
  nextAction: string | null
  nextAt: string | null
  /** Fields of the lead that the talk brought to light: intent, decisionRole, budget, a stage such as `visited`. */
  learned: Record<string, Value>
}

export interface DemoOrder {
  leadId: string
  /** Who closed it; becomes the order's owner. */
  userId: string
  campusId: string | null
  subject: string
  /** Yuan. */
  amount: number
  closedAt: string
}

/**
 * What the story needs of the platform. The server implements it with its real use cases under a clock that stands at
 * `now`; the tests with a few arrays. Batches, because speed matters: each is one hour of the company's life.
 */
export interface DemoUseCases {
  installCompany(company: DemoCompany): Promise<DemoIds>
  /** In the order given; null for what was refused. */
  captureBatch(now: string, captures: DemoCapture[]): Promise<(DemoCaptured | null)[]>
  logFollowUps(now: string, followUps: DemoFollowUp[]): Promise<void>
  recordOrders(now: string, orders: DemoOrder[]): Promise<void>
  runDueTimers(now: string): Promise<void>
}
