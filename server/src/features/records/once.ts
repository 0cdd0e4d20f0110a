import { AppError } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import type { Context } from '../workspace/workspace.ts'
import { claimKeys, keepAnswers } from './idempotency.ts'

/** A client's own key for a call, with the mark of what it asked: the same key for another request is a mistake. */
export interface CallKey {
  key: string
  /** A hash over method, address and body. */
  fingerprint: string
}

interface KeptCall {
  fingerprint: string
  result: unknown
}

export interface OnceResult<T> {
  result: T
  /** The call had been done before; nothing was done now. */
  repeat: boolean
}

/**
 * Does a change once for a client's key: the key, the change and its answer commit together, so a client that lost the
 * answer, or whose first call is still running, may safely ask again. Without a key it is simply done.
 * Throws `idempotency-mismatch` when the key came with another request before.
 *
 * @example await once(context, { key: 'order-1001', fingerprint }, (tx) => applyChange(context, tx, change))
 */
export const once = async <T>(
  context: Context,
  call: CallKey | undefined,
  work: (tx: Transaction) => Promise<T>,
): Promise<OnceResult<T>> =>
  context.workspace.db.transaction(async (tx) => {
    if (!call) return { result: await work(tx), repeat: false }
    const key = ownKey(context, call)
    const kept = (await claimKeys<KeptCall>(tx, [key], context.now)).get(key)
    if (kept) {
      if (kept.fingerprint !== call.fingerprint) throw new AppError('idempotency-mismatch')
      return { result: kept.result as T, repeat: true }
    }
    const result = await work(tx)
    await keepAnswers(tx, [{ key, answer: { fingerprint: call.fingerprint, result } satisfies KeptCall }])
    return { result, repeat: false }
  })

/** A key is the caller's own: two people whose programs made the same one do not meet. */
export const ownKey = (context: Context, { key }: CallKey): string => `api:${context.access.userId ?? 'system'}:${key}`
