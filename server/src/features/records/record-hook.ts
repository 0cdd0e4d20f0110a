import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import type { Applied, Operation, Values } from './change.ts'

/**
 * What a feature adds to the writing of an object's records, inside the same transaction, whichever door the change came
 * through. Registered once, in `open-workspace.ts`.
 */
export interface RecordHook {
  object: string
  /** May complete operations (a department's path) before they are checked and written. */
  beforeWrite?(context: Context, tx: Transaction, operations: readonly Operation[]): Promise<readonly Operation[]>
  /** Values that follow from a change of one record, from before and after alone; null: none. Fields that only the platform writes. */
  derive?(context: Context, change: Pick<Applied, 'before' | 'after'>): Values | null
  /** Sees what changed, with before and after; may write what must hold together with it (counters). */
  afterWrite?(context: Context, tx: Transaction, applied: readonly Applied[]): Promise<void> | void
}
