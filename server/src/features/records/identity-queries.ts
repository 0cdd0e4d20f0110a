import { AppError, identitiesOf, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Queryable, Transaction } from '../../database/database.ts'
import type { Values } from './change.ts'

export interface IdentityClaim {
  kind: string
  value: string
  recordId: string
}

export interface IdentityHolder extends IdentityClaim {}

/** The strong keys in a record's values, as claims for it. */
export const claimsOf = (info: ObjectInfo, values: Values, recordId: string): IdentityClaim[] =>
  identitiesOf(values, info.definition, fieldTypeRegistry).map(({ kind, value }) => ({ kind, value, recordId }))

/**
 * Claims keys and says who holds each. The primary key decides: of all transactions that want a key at the same instant
 * one gets it and the others, having waited, read that one's record. Keys go in order, so that nobody waits in a circle.
 */
export const claimIdentities = async (
  tx: Transaction,
  object: string,
  claims: readonly IdentityClaim[],
): Promise<IdentityHolder[]> => {
  if (claims.length === 0) return []
  const won = await tx.query<IdentityHolder>(
    `INSERT INTO w.identity (object, kind, value, record_id) SELECT DISTINCT ON (kind, value) $1, kind, value, record_id
     FROM (SELECT kind COLLATE "C" AS kind, value COLLATE "C" AS value, record_id FROM unnest($2::text[], $3::text[], $4::uuid[]) AS x(kind, value, record_id)) x
     ORDER BY kind, value ON CONFLICT DO NOTHING RETURNING kind, value, record_id AS "recordId"`,
    [object, claims.map(({ kind }) => kind), claims.map(({ value }) => value), claims.map(({ recordId }) => recordId)],
  )
  // Nearly always everybody is new; only keys that somebody else holds need a second look.
  const wonKeys = new Set(won.map((holder) => `${holder.kind} ${holder.value}`))
  const lost = claims.filter((claim) => !wonKeys.has(`${claim.kind} ${claim.value}`))
  return lost.length === 0 ? won : [...won, ...(await holdersOf(tx, object, lost))]
}

/** Key by key: while a long file is written, the planner knows too little of the table to be left to choose. */
export const holdersOf = async (
  db: Queryable,
  object: string,
  keys: readonly { kind: string; value: string }[],
): Promise<IdentityHolder[]> =>
  db.query<{ kind: string; value: string; recordId: string }>(
    `SELECT x.kind, x.value, i.record_id AS "recordId" FROM (SELECT DISTINCT kind, value FROM unnest($2::text[], $3::text[]) AS k(kind, value)) x
     CROSS JOIN LATERAL (SELECT record_id FROM w.identity WHERE object = $1 AND kind = x.kind AND value = x.value LIMIT 1) i`,
    [object, keys.map(({ kind }) => kind), keys.map(({ value }) => value)],
  )

/** Moves the keys of changed or deleted records; somebody else holding one refuses the whole write. */
export const moveIdentities = async (
  tx: Transaction,
  info: ObjectInfo,
  moves: { recordId: string; values: Values | null }[],
): Promise<void> => {
  if (moves.length === 0) return
  await tx.query('DELETE FROM w.identity WHERE object = $1 AND record_id = ANY($2::uuid[])', [
    info.name,
    moves.map((move) => move.recordId),
  ])
  const claims = moves.flatMap((move) => (move.values ? claimsOf(info, move.values, move.recordId) : []))
  const holders = await claimIdentities(tx, info.name, claims)
  const wanted = new Map(claims.map((claim) => [`${claim.kind} ${claim.value}`, claim.recordId]))
  if (holders.some((holder) => wanted.get(`${holder.kind} ${holder.value}`) !== holder.recordId))
    throw new AppError('duplicate-identity')
}
