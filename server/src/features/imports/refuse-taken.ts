import type { Issue, ObjectInfo } from '@jieli/core'
import type { Queryable } from '../../database/database.ts'
import { issuesOf } from '../unique/describe-clashes.ts'
import { findClaims, type Contender } from '../unique/find-clashes.ts'
import { admit, type Taker, type ValueLedger } from '../unique/value-ledger.ts'
import type { Context } from '../workspace/workspace.ts'

/**
 * Which of the contenders may not go in because of a value that may not repeat, by place, and what is to be said about it.
 * Before a file is written `ledger` knows what its earlier rows will have taken by then; while it is written the database does.
 */
export const refuseTaken = async (
  context: Context,
  db: Queryable,
  info: ObjectInfo,
  contenders: readonly (Contender & { taker: Taker })[],
  ledger: ValueLedger,
): Promise<Map<number, Issue[]>> => {
  const claims = await findClaims(db, info, contenders)
  const clashes = admit(
    claims,
    contenders.map(({ taker }) => taker),
    ledger,
  )
  const refused = new Map<number, Issue[]>()
  if (clashes.length === 0) return refused
  for (const { index, issue } of await issuesOf(context, db, info, clashes))
    refused.set(index, [...(refused.get(index) ?? []), issue])
  return refused
}
