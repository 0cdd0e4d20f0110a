import type { Writable } from 'node:stream'

/**
 * Holds back what is written to a connection until the caller stops to wait for something, so that all statements given in
 * one go leave as one piece: one system call and one wake-up of PostgreSQL, not one for each. Call it before each write.
 */
export const holdWrites = (stream: Writable): (() => void) => {
  let isHeld = false
  const letGo = (): void => {
    isHeld = false
    stream.uncork()
  }
  return () => {
    if (isHeld) return
    isHeld = true
    stream.cork()
    // After the promises that are settled already: a statement given behind such an `await` still goes with the others.
    process.nextTick(letGo)
  }
}
