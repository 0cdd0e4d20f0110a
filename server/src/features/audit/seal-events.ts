import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Transaction } from '../../database/database.ts'
import type { Workspace } from '../workspace/workspace.ts'
import { beginning, digestOf, hashOfSeal, lastSeal, type Seal, type SealRange } from './audit-queries.ts'

/** Events of one link; a link ends with a whole transaction, so it may have some more. */
const MOST_EVENTS = 5_000

/** Where the heads of the chain are kept beside the database: who rewrites the one must also find the other. */
export const headsFile = (home: string): string => join(home, 'audit', 'heads.txt')

/**
 * Seals what has been written since the last link and whose transactions are all over. Runs behind the writers, in any
 * process; a lock lets one at a time add to the chain. Answers whether a link was added.
 */
export const sealEvents = async (workspace: Workspace): Promise<boolean> => {
  const seal = await workspace.db.transaction((tx) => addLink(tx, workspace.clock.now()))
  if (!seal) return false
  await mkdir(join(workspace.home, 'audit'), { recursive: true })
  await appendFile(headsFile(workspace.home), `${seal.number} ${seal.hash.toString('hex')} ${seal.at}\n`)
  return true
}

const addLink = async (tx: Transaction, now: string): Promise<Seal | null> => {
  await tx.query('LOCK TABLE w.audit_seal IN EXCLUSIVE MODE')
  const last = await lastSeal(tx)
  // The first link is for what was written before there were numbers; all that has one comes after it.
  const range = last ? await nextRange(tx, last.to) : { from: null, to: 0 }
  if (!range) return null
  const { count, body, leaves } = await digestOf(tx, range)
  const number = (last?.number ?? -1) + 1
  const hash = hashOfSeal(last?.hash ?? beginning, { number, ...range, count }, body)
  await tx.query(
    'INSERT INTO w.audit_seal (number, at, from_tx, to_tx, count, leaves, hash) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [number, now, range.from, range.to, count, leaves, hash],
  )
  return { number, at: now, ...range, count, leaves, hash }
}

/** Below this number nothing can appear any more: every such transaction is over. */
const horizon = async (tx: Transaction): Promise<number> => {
  const [row] = await tx.query<{ horizon: number }>(
    `SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint + tx_offset AS horizon FROM w.workspace`,
  )
  return row?.horizon ?? 1
}

const nextRange = async (tx: Transaction, from: number): Promise<SealRange | null> => {
  const [row] = await tx.query<{ last: number | null }>(
    'SELECT max(tx) AS last FROM (SELECT tx FROM w.event WHERE tx >= $1 AND tx < $2 ORDER BY tx LIMIT $3) next',
    [from, await horizon(tx), MOST_EVENTS],
  )
  return row?.last ? { from, to: row.last + 1 } : null
}

/**
 * Goes on counting where the chain ended when the data came to a server whose transactions count from the beginning: a
 * restored backup, a copy. Asked when a workspace is opened, before anything is written.
 */
export const alignTransactions = async (db: Workspace['db']): Promise<void> => {
  await db.transaction(async (tx) => {
    const [row] = await tx.query<{ behind: number | null; next: number }>(
      `SELECT (SELECT max(to_tx) FROM w.audit_seal) - pg_snapshot_xmax(pg_current_snapshot())::text::bigint - coalesce(max(tx_offset), 0) AS behind,
         pg_snapshot_xmax(pg_current_snapshot())::text::bigint AS next FROM w.workspace`,
    )
    if (!row || row.behind === null || row.behind <= 0) return
    const [moved] = await tx.query<{ offset: number }>(
      'UPDATE w.workspace SET tx_offset = tx_offset + $1 RETURNING tx_offset AS offset',
      [row.behind + 1],
    )
    const offset = moved?.offset ?? 0
    await tx.query(`ALTER TABLE w.event ALTER COLUMN tx SET DEFAULT (pg_current_xact_id()::text::bigint + ${offset})`)
  })
}
