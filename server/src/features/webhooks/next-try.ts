import type { DeliveryEnd } from './delivery-queries.ts'

const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** The waits that the Standard Webhooks specification proposes: three days in all. */
const waits = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR, 20 * HOUR, 24 * HOUR] as const

/** How an attempt went: an answer, or why there was none. */
export interface Attempt {
  status: number | null
  reason: string | null
  /** Seconds that the receiver asked us to wait. */
  retryAfter: number | null
  tookMs: number
}

/** Any 2xx is a yes; 410 is a no for good; everything else is tried again until the waits are used up. */
export const judgeAttempt = (attempt: Attempt, { attempts, now }: { attempts: number; now: string }): DeliveryEnd => {
  const { status, tookMs } = attempt
  const reason = attempt.reason ?? (status === null ? 'network' : `http-${status}`)
  if (status !== null && status >= 200 && status < 300)
    return { status: 'delivered', responseStatus: status, reason: null, tookMs, nextAt: null }
  const wait = waits[attempts - 1]
  if (status === 410 || wait === undefined) return { status: 'failed', responseStatus: status, reason, tookMs, nextAt: null }
  const ms = Math.max(wait, Math.min((attempt.retryAfter ?? 0) * SECOND, 24 * HOUR))
  return { status: 'waiting', responseStatus: status, reason, tookMs, nextAt: new Date(Date.parse(now) + ms).toISOString() }
}
