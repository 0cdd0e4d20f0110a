import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import type { Context } from '../workspace/workspace.ts'
import type { JobKind } from './job-kind.ts'
import { insertJob } from './job-queries.ts'

/**
 * Asks for long work in the transaction that decides on it: both become durable together, and the work begins at once in
 * this process or another. Gives the job's id, under which pages watch it.
 */
export const startJob = async <Input, State>(
  context: Context,
  tx: Transaction,
  kind: JobKind<Input, State>,
  input: Input,
): Promise<string> => {
  const checked = kind.input.parse(input)
  const id = newId(context.now)
  await insertJob(tx, {
    id,
    kind: kind.kind,
    input: checked,
    state: kind.begin(checked),
    createdBy: context.access.userId,
    about: kind.about?.(checked),
    now: context.now,
  })
  tx.afterCommit(() => context.workspace.commits.publish({ objects: ['job'], noticed: [] }))
  return id
}
