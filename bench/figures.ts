/** Rates and waits of a run. */
export interface Figures {
  perSecond: number
  p50: number
  p95: number
  p99: number
}

/** One of several short runs that make up a measurement, in milliseconds. */
export interface Turn {
  waits: number[]
  elapsed: number
}

export const figuresOf = (milliseconds: readonly number[], elapsedMs: number): Figures => {
  const sorted = milliseconds.toSorted((a, b) => a - b)
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
  return { perSecond: (milliseconds.length / elapsedMs) * 1_000, p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

const round = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toFixed(value >= 10 ? 1 : 2))

/** One line beside its limit: ours, plain SQL's, and the ratio that the targets speak of. */
export const rateLine = (name: string, ours: Figures, plain: Figures): string =>
  `${name.padEnd(44)} ${round(ours.perSecond).padStart(8)}/s   plain ${round(plain.perSecond).padStart(8)}/s   ${round((ours.perSecond / plain.perSecond) * 100).padStart(6)} %   p50 ${round(ours.p50)} ms  p99 ${round(ours.p99)} ms`

export const timeLine = (name: string, ours: Figures, plain: Figures): string =>
  `${name.padEnd(44)} p50 ${round(ours.p50).padStart(7)} ms  p95 ${round(ours.p95).padStart(7)} ms   plain p50 ${round(plain.p50).padStart(7)} ms   × ${round(ours.p50 / Math.max(plain.p50, 0.001))}`

/** What takes seconds is not done a hundred times. */
const LONG_ENOUGH_MS = 5_000
/** Until caches are warm and what is run often is compiled, as in a program that has served people since the morning. */
const WARM_MS = 1_000

/**
 * Two works turn by turn, so that whatever else the machine does falls on both; the first second warms up and does
 * not count.
 */
export const alternate = async (
  times: number,
  one: () => Promise<unknown>,
  other: () => Promise<unknown>,
): Promise<[Figures, Figures]> => {
  const waits: [number[], number[]] = [[], []]
  const turnOnce = async (isCounted: boolean): Promise<void> => {
    for (const [index, work] of [one, other].entries()) {
      const start = performance.now()
      await work()
      if (isCounted) waits[index]?.push(performance.now() - start)
    }
  }
  const began = performance.now()
  for (let turn = 0; turn < 2 || performance.now() - began < WARM_MS; turn++) await turnOnce(false)
  for (let turn = 0; turn < times && (turn < 5 || performance.now() - began < LONG_ENOUGH_MS); turn++) await turnOnce(true)
  return [figuresOf(waits[0], sumOf(waits[0])), figuresOf(waits[1], sumOf(waits[1]))]
}

const sumOf = (waits: readonly number[]): number => waits.reduce((total, wait) => total + wait, 0)
