import type { FollowUpRule } from './follow-up-rule.ts'
import type { WorkingHours } from './working-calendar.ts'
import { addWorkingMinutes, type DueResult } from './working-time.ts'

/** One level of a running clock: whom it will tell, and when, with the reckoning. */
export interface FollowUpLevel {
  /** Counted from 1, earliest first. */
  level: number
  afterMinutes: number
  tell: 'owner' | 'manager'
  withHistory: boolean
  due: DueResult
}

/**
 * The levels of a rule for a record that got its owner at `assignedAt`. `hours` are those of the rule's calendar, null
 * when it names none. The order in which an admin wrote the levels does not matter; the earliest comes first.
 */
export const followUpClock = (rule: FollowUpRule, assignedAt: string, hours: WorkingHours | null): FollowUpLevel[] =>
  rule.levels
    .toSorted((a, b) => a.afterMinutes - b.afterMinutes)
    .map(({ afterMinutes, tell, withHistory }, index) => ({
      level: index + 1,
      afterMinutes,
      tell,
      withHistory,
      due: addWorkingMinutes(assignedAt, afterMinutes, hours),
    }))
