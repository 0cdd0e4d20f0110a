/** Rates and waits of a run. */
export interface Figures {
  perSecond: number
  p50: number
  p95: number
  p99: number
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

/** Runs `work` again and again and gives the waits; the first few warm caches and plans and do not count. */
export const repeat = async (times: number, work: (index: number) => Promise<unknown>): Promise<Figures> => {
  for (let index = 0; index < Math.min(5, times); index++) await work(index)
  const waits: number[] = []
  const began = performance.now()
  for (let index = 0; index < times; index++) {
    const start = performance.now()
    await work(index)
    waits.push(performance.now() - start)
  }
  return figuresOf(waits, performance.now() - began)
}
