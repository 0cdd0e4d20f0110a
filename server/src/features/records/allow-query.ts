import {
  authoriseBoardQuery,
  authoriseGroupQuery,
  authoriseRecordQuery,
  type AuthorisedGroupQuery,
  type AuthorisedRecordQuery,
  type BoardQuery,
  type GroupQuery,
  type RecordQuery,
} from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { authoriseContext } from './authorise-context.ts'
import { countGuesses } from './count-guesses.ts'

/** Allows a query that is going to run: by the reader's rights, and as long as they do not guess at covered values. */
export const allowQuery = async (context: Context, query: RecordQuery): Promise<AuthorisedRecordQuery> => {
  const authorised = authoriseRecordQuery(query, authoriseContext(context))
  await countGuesses(context, authorised.guesses)
  return authorised
}

/** As above, for groups. */
export const allowGroups = async (context: Context, query: GroupQuery): Promise<AuthorisedGroupQuery> => {
  const authorised = authoriseGroupQuery(query, authoriseContext(context))
  await countGuesses(context, authorised.guesses)
  return authorised
}

/** As above, for the columns of a board, all at once. */
export const allowBoard = async (context: Context, board: BoardQuery): Promise<AuthorisedRecordQuery[]> => {
  const authorised = authoriseBoardQuery(board, authoriseContext(context))
  await countGuesses(
    context,
    authorised.flatMap(({ guesses }) => guesses),
  )
  return authorised
}
