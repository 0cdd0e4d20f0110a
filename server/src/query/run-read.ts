import pg from 'pg'
import { AppError } from '@jieli/core'
import type { Queryable, Row } from '../database/database.ts'
import type { Statement } from './bindings.ts'

/** How PostgreSQL says that a statement took longer than `statement_timeout` allows. */
const TIMED_OUT = '57014'

/**
 * Runs what a reader asked for. The limits on hops, children and conditions keep most that is too costly from starting; what
 * gets past them ends at the database's own time limit, and is told so.
 */
export const runRead = async <R extends object = Row>(db: Queryable, { text, params }: Statement): Promise<R[]> => {
  try {
    return await db.query<R>(text, params)
  } catch (error) {
    throw readFailure(error)
  }
}

/** What a reader is told of a read that failed. */
export const readFailure = (error: unknown): unknown =>
  error instanceof pg.DatabaseError && error.code === TIMED_OUT ? new AppError('query-timed-out', { cause: error }) : error
