import { ApiError } from './api-error.ts'

/** One follow-up as it is sent. `key` is made here, so a second sending of the same one is still one follow-up. */
export interface FollowUpInput {
  key: string
  leadId: string
  outcomeId: string
  note?: string
  nextAction?: string
  nextAt?: string
  attachmentIds?: string[]
}
/** With what a person needs to recognise it while it waits. */
export interface WaitingFollowUp {
  input: FollowUpInput
  leadName: string
  savedAt: string
}

const storageKey = 'jieli.waiting-follow-ups'
export type Shelf = Pick<Storage, 'getItem' | 'setItem'>

export const waitingFollowUps = (shelf: Shelf): WaitingFollowUp[] => {
  try {
    const kept: unknown = JSON.parse(shelf.getItem(storageKey) ?? '[]')
    return Array.isArray(kept) ? (kept as WaitingFollowUp[]) : []
  } catch {
    return []
  }
}

const keep = (shelf: Shelf, waiting: WaitingFollowUp[]): void => shelf.setItem(storageKey, JSON.stringify(waiting))

export const putAside = (shelf: Shelf, entry: WaitingFollowUp): void =>
  keep(shelf, [...waitingFollowUps(shelf).filter((other) => other.input.key !== entry.input.key), entry])

/**
 * Sends what waits, oldest first. Stops at the first failure that may pass (no network, server busy); what the server refuses
 * for good is handed back, so that the person is told and nothing is retried for ever.
 */
export const sendWaiting = async (
  shelf: Shelf,
  send: (input: FollowUpInput) => Promise<unknown>,
): Promise<{ sent: number; refused: { entry: WaitingFollowUp; error: ApiError }[] }> => {
  const refused: { entry: WaitingFollowUp; error: ApiError }[] = []
  let sent = 0
  for (const entry of waitingFollowUps(shelf)) {
    try {
      await send(entry.input)
      sent += 1
    } catch (error) {
      if (!(error instanceof ApiError) || error.isRetryable || error.code === 'not-signed-in') break
      refused.push({ entry, error })
    }
    keep(
      shelf,
      waitingFollowUps(shelf).filter((other) => other.input.key !== entry.input.key),
    )
  }
  return { sent, refused }
}
