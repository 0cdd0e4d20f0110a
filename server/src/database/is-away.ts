import pg from 'pg'

/** How a connection that broke or could not be made shows: the system's codes, and words of `pg` where it gives no code. */
const brokenCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'])
const brokenWords = /^Connection terminated|connection error|timeout exceeded when trying to connect|^Client was closed/u

/**
 * The database went away or is not back yet: nothing is said against what was asked of it, and the same may succeed in a
 * moment. Classes 08 and 57P are PostgreSQL's own words for it: connection lost, shutting down, starting up.
 * @example isAway(new Error('Connection terminated unexpectedly')) // true
 */
export const isAway = (error: unknown): boolean => {
  if (error instanceof pg.DatabaseError) return /^(08|57P)/u.test(error.code ?? '')
  if (!(error instanceof Error)) return false
  return ('code' in error && brokenCodes.has(String(error.code))) || brokenWords.test(error.message)
}
