import { textOf, type Locale } from '../i18n/label.ts'
import { instantOf, isoOf } from '../time/zoned-time.ts'
import type { Outcome } from './outcome.ts'

/** What the form is filled with when an outcome is chosen; null when nothing follows or nothing is proposed. */
export const proposeNextStep = (
  outcome: Outcome,
  now: string,
  locale: Locale,
): { nextAction: string; nextAt: string } | null => {
  const { closes, next } = outcome
  if (closes || !next) return null
  return { nextAction: textOf(next.action, locale), nextAt: isoOf(instantOf(now) + next.afterMinutes * 60_000) }
}
