import pg from 'pg'

/** Connection lost, resources out, the server told to stop or not up yet. 57014, a statement that took too long, is not among them. */
const away = /^(?:08|53|57P)/
const unreachable = /^E(?:CONN|PIPE|HOST|TIMEDOUT|NOTFOUND|AI_AGAIN)/

/**
 * True when the database is away and no row is at fault: the import stays as it is and is taken up again. Anything else would
 * come again for ever, so the rows are tried one by one, and the one that it rests on is left out.
 */
export const isOutage = (error: unknown): boolean => {
  const { code = '' } = error as { code?: string }
  if (error instanceof pg.DatabaseError) return away.test(code)
  return unreachable.test(code) || (error instanceof Error && /connection|pool/i.test(error.message))
}
