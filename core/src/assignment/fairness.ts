/** How evenly something was handed out. */
export interface Fairness {
  people: number
  total: number
  /** Most minus fewest. */
  spread: number
  /** 0: everybody the same; towards 1: one person has it all. */
  gini: number
}

/** @example fairnessOf([2, 2, 2]).gini // 0 — and [6, 0, 0] gives 0.667 */
export const fairnessOf = (counts: readonly number[]): Fairness => {
  const sorted = counts.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, count) => sum + count, 0)
  const people = sorted.length
  const spread = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  // Σ(2i − n − 1)·xᵢ over n·Σx, with x ascending and i from 1: the same as all pairwise differences, without the pairs.
  const weighted = sorted.reduce((sum, count, index) => sum + (2 * (index + 1) - people - 1) * count, 0)
  return { people, total, spread, gini: total === 0 ? 0 : weighted / (people * total) }
}
