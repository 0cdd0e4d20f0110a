import { describe, expect, it } from 'vitest'
import { judgeAttempt, type Attempt } from './next-try.ts'

const now = '2026-11-16T04:00:00.000Z'
const answered = (status: number, more: Partial<Attempt> = {}): Attempt => ({
  status,
  reason: null,
  retryAfter: null,
  tookMs: 20,
  ...more,
})
const seconds = (text: string | null): number => (Date.parse(text ?? '') - Date.parse(now)) / 1_000

describe('after an attempt', () => {
  it('any 2xx is delivered, a redirect is not', () => {
    expect(judgeAttempt(answered(204), { attempts: 1, now })).toMatchObject({ status: 'delivered', nextAt: null })
    expect(judgeAttempt(answered(302), { attempts: 1, now })).toMatchObject({ status: 'waiting', reason: 'http-302' })
  })

  it('waits longer each time, for three days in all, and then it is over', () => {
    const waits: number[] = []
    for (let attempts = 1; ; attempts++) {
      const end = judgeAttempt(answered(500), { attempts, now })
      if (end.status === 'failed') break
      waits.push(seconds(end.nextAt))
    }
    expect(waits).toEqual(waits.toSorted((a, b) => a - b))
    expect(waits[0]).toBe(5)
    expect(waits.reduce((sum, one) => sum + one, 0) / 3_600).toBeGreaterThan(72)
  })

  it('waits as long as the receiver asks, but not for ever', () => {
    expect(seconds(judgeAttempt(answered(429, { retryAfter: 120 }), { attempts: 1, now }).nextAt)).toBe(120)
    expect(seconds(judgeAttempt(answered(503, { retryAfter: 9e9 }), { attempts: 1, now }).nextAt)).toBe(86_400)
  })

  it('410 is a no for good', () => {
    expect(judgeAttempt(answered(410), { attempts: 1, now })).toMatchObject({ status: 'failed', reason: 'http-410' })
  })
})
