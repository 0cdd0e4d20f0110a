import type { FunnelStep } from '../../data/board.ts'

export interface StepRate {
  /** Of the step before, per cent; null: the step before is empty. */
  rate: number | null
  /** Against the stretch before, in percentage points. */
  change: number | null
  /** The greatest fall of all steps, and a fall worth a word. */
  fellMost: boolean
}

const rateOf = (part: number, whole: number): number | null => (whole === 0 ? null : (part / whole) * 100)
const rounded = (value: number): number => Math.round(value * 10) / 10
/** Smaller falls are the noise of every week. */
const worthAWord = -1

/** How many went on from each step to the next, of those who can have gone on by now; one rate fewer than there are steps. */
export const stepRates = (steps: Pick<FunnelStep, 'count' | 'before' | 'ahead' | 'aheadBefore'>[]): StepRate[] => {
  const rates = steps.slice(1).map((step, index) => {
    const last = steps[index]
    const rate = rateOf(step.count, (last?.count ?? 0) - (last?.ahead ?? 0))
    const before = rateOf(step.before, (last?.before ?? 0) - (last?.aheadBefore ?? 0))
    return {
      rate: rate === null ? null : rounded(rate),
      change: rate === null || before === null ? null : rounded(rate - before),
    }
  })
  const worst = Math.min(...rates.map(({ change }) => change ?? Infinity))
  return rates.map((one) => ({ ...one, fellMost: one.change === worst && worst <= worthAWord }))
}
