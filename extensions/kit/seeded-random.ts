/** A seeded stream of chance. The same seed gives the same story on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  chance(probability: number): boolean
  between(from: number, to: number): number
  integer(from: number, to: number): number
  pick<T>(items: readonly [T, ...T[]]): T
  /** The heavier, the likelier. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
  /** Log-normal around a median: most are near it, a few far beyond, as human delays are. */
  around(median: number, spread: number): number
  poisson(mean: number): number
}

/** FNV-1a: turns names and indexes into seeds, so that one lead's chances do not hang on how many came before. */
export const seedOf = (...parts: (string | number)[]): number => {
  let hash = 0x811c9dc5
  for (const character of parts.join('|')) {
    hash ^= character.codePointAt(0) ?? 0
    hash = Math.imul(hash, 0x01000193)
  }
  return hash >>> 0
}

/** Mulberry32. */
const stream = (seed: number) => (): number => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

/**
 * A stream of chance that begins at `seed`, a 32-bit integer.
 * @example createRandom(seedOf('lead', 42)).integer(1, 6)
 */
export const createRandom = (seed: number): Random => {
  const next = stream(seed)
  const between = (from: number, to: number): number => from + next() * (to - from)
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
  return {
    next,
    between,
    chance: (probability) => next() < probability,
    integer: (from, to) => Math.floor(between(from, to + 1)),
    pick: (items) => items[Math.floor(next() * items.length)] ?? items[0],
    weighted: (items) => {
      let left = next() * items.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [item, weight] of items) if ((left -= weight) < 0) return item
      return (items.at(-1) as (typeof items)[number])[0]
    },
    around: (median, spread) => median * Math.exp(spread * normal()),
    poisson: (mean) => {
      const limit = Math.exp(-mean)
      let count = 0
      for (let product = next(); product > limit; product *= next()) count++
      return count
    },
  }
}
