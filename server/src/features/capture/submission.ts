import type { Actor, Issue } from '@jieli/core'
import type { ReadSubmission } from './read-submission.ts'

/** What a door hands over: the sender's fields as they came, under the sender's own id for the event. */
export interface Submission {
  sourceId: string
  eventId: string
  receivedAt: string
  occurredAt?: string
  payload: Record<string, unknown>
  /** UTM, click ids, referrer, trail. */
  attribution?: Record<string, unknown>
  actor: Actor
  /** Values the door itself stands for: a form's campus. They win over what was sent. */
  fixed?: Record<string, unknown>
  /** A person who enters a lead by hand keeps it; null: nobody for now. Absent: the rules decide. */
  ownerId?: string | null
  /** What it says, when its door has read it already (a file is judged before it is written). Absent: it is read here. */
  read?: ReadSubmission
  /** Nobody is told of it: a file's people hear once of the whole file. */
  isQuiet?: boolean
  /** False: no follow-up clock starts, for customers of long ago. */
  hasClocks?: boolean
}

/** What became of it. `repeat`: the sender had delivered this event before; nothing was done twice. */
export type Captured =
  | { captureId: string; status: 'stored' | 'touched'; recordId: string; ownerId: string | null; repeat: boolean }
  | { captureId: string; status: 'refused'; reason: string; issues: Issue[]; repeat: boolean }
