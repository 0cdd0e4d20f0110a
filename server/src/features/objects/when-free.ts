import { setTimeout as pause } from 'node:timers/promises'
import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { isLockNotHad } from '../../database/is-lock-not-had.ts'
import type { Context } from '../workspace/workspace.ts'

/** With what each try waits for its lock, some three seconds in all: as long as somebody looks at a button without wondering. */
const TRIES = 12
const PAUSE_MS = 200

/**
 * A transaction that changes tables for somebody who waits for it. A table is in other hands for a moment (a long statement,
 * a vacuum that is asked to leave) or for minutes (a large export): tried again for the first, and told of for the second.
 * Nobody else waits behind a try longer than its `lock_timeout`.
 */
export const whenFree = async <T>(context: Context, work: (tx: Transaction) => Promise<T>): Promise<T> => {
  for (let attempt = 1; ; attempt++) {
    try {
      return await context.workspace.db.transaction(work)
    } catch (error) {
      if (!isLockNotHad(error)) throw error
      if (attempt === TRIES) throw new AppError('table-busy', { cause: error })
      await pause(PAUSE_MS)
    }
  }
}
