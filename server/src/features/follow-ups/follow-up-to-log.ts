/** One contact with a customer, as it is reported. Blank is not given. */
export interface FollowUpToLog {
  leadId: string
  outcomeId: string | null
  note?: string | null
  nextAction?: string | null
  nextAt?: string | null
  /** Photos that the same person uploaded before. */
  attachmentIds?: readonly string[]
  /** Fields of the lead that the talk brought to light; the person must be allowed to write them. */
  learned?: Record<string, unknown>
  /** Made by the client: the same key twice is one follow-up. Null: the caller sees to that. */
  key: string | null
  /** Whose follow-up it is and when it was; only for the platform's own context. A person reports their own, now. */
  userId?: string
  at?: string
}

/** What became of it. `repeat`: the key was known, nothing was done again. */
export interface LoggedFollowUp {
  followUpId: string
  leadId: string
  taskId: string | null
  repeat: boolean
}
