/** How long to wait before the nth try to come back: 1 s, 2 s, 4 s … 30 s, each shortened by up to half so that not all come at once. */
export const backoffDelay = (attempt: number, chance: number): number =>
  Math.round(Math.min(30_000, 1_000 * 2 ** Math.min(attempt, 5)) * (1 - chance / 2))
