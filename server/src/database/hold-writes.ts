import type { Writable } from 'node:stream'

export interface HeldWrites {
  /** To be called before each write. */
  hold(): void
  /** Lets go at once: what was written is much, and whoever reads it can begin with it. */
  letGo(): void
}

/**
 * Holds back what is written to a connection until the caller stops to wait for something, so that all statements given in
 * one go leave as one piece: one system call and one wake-up of PostgreSQL, not one for each.
 */
export const holdWrites = (stream: Writable): HeldWrites => {
  let isHeld = false
  const letGo = (): void => {
    if (!isHeld) return
    isHeld = false
    stream.uncork()
  }
  return {
    hold: () => {
      if (isHeld) return
      isHeld = true
      stream.cork()
      // After the promises that are settled already: a statement given behind such an `await` still goes with the others.
      process.nextTick(letGo)
    },
    letGo,
  }
}
