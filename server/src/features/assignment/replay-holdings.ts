import { instantOf } from '@jieli/core/time/zoned-time'

/** How many of the leads that people had before a replay began are still in their hands at a moment of it. */
export const replayHoldings = (
  held: readonly { userId: string; closedAt: string | null }[],
): ((userId: string, at: string) => number) => {
  const closings = new Map<string, number[]>()
  for (const [userId, own] of Map.groupBy(held, (one) => one.userId))
    closings.set(
      userId,
      own.map((one) => (one.closedAt === null ? Infinity : instantOf(one.closedAt))).toSorted((a, b) => a - b),
    )
  return (userId, at) => {
    const own = closings.get(userId) ?? []
    return own.length - countUpTo(own, instantOf(at))
  }
}

/** How many of ascending numbers are at most `limit`. */
const countUpTo = (ascending: readonly number[], limit: number): number => {
  let low = 0
  let high = ascending.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((ascending[middle] ?? Infinity) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
