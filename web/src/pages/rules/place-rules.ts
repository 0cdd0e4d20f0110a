import type { AssignmentRule } from '@jieli/core'

const step = 10

/** Places in the list whose rules may keep their number: the longest run of them that rises. */
const keptPlaces = (orders: readonly number[]): Set<number> => {
  const best: number[][] = []
  orders.forEach((order, at) => {
    const before = best
      .slice(0, at)
      .filter((run) => (orders[run.at(-1) ?? 0] ?? 0) < order)
      .reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), [])
    best.push([...before, at])
  })
  return new Set(best.reduce<number[]>((longest, run) => (run.length > longest.length ? run : longest), []))
}

/**
 * Numbers a list in its order and touches as few rules as can be: a rule whose number changes is a rule that is published
 * anew. Where no whole number is left between two, all are numbered anew with room between.
 */
export const placeRules = (rules: readonly AssignmentRule[]): AssignmentRule[] => {
  const kept = keptPlaces(rules.map(({ order }) => order))
  const placed: AssignmentRule[] = []
  for (const [at, rule] of rules.entries()) {
    const last = placed.at(-1)?.order
    const next = rules.findIndex((_, later) => later >= at && kept.has(later))
    const ceiling = next < 0 ? undefined : rules[next]?.order
    const wanted = kept.has(at)
      ? rule.order
      : ceiling === undefined
        ? (last ?? 0) + step
        : last === undefined
          ? ceiling - (next - at) * step
          : last + Math.floor((ceiling - last) / (next - at + 1))
    if (last !== undefined && wanted <= last) return rules.map((one, index) => ({ ...one, order: (index + 1) * step }))
    placed.push(wanted === rule.order ? rule : { ...rule, order: wanted })
  }
  return placed
}
