import { newId } from '../../runtime/new-id.ts'
import type { Transaction } from '../../database/database.ts'
import { claimIdentities, claimsOf, type IdentityClaim } from '../records/identity-queries.ts'
import type { ObjectInfo, Value } from '@jieli/core'

/** Whether a submission is a new customer or one we have. Several submissions of a batch may be one new customer. */
export interface Resolved {
  recordId: string
  isNew: boolean
  /** Another record holds one of its other keys: two customers who may be one. */
  alsoRecordId: string | null
}

const keyOf = (claim: { kind: string; value: string }): string => `${claim.kind} ${claim.value}`

/**
 * One customer, one record. Inside the batch, submissions that share a key are brought together; against everything else,
 * now and at this same instant in other transactions, the primary key of `identity` decides.
 */
export const resolveIdentities = async (
  tx: Transaction,
  info: ObjectInfo,
  submissions: readonly { values: Record<string, Value> }[],
  now: string,
): Promise<Resolved[]> => {
  const proposals = proposeRecords(info, submissions, now)
  const claims = new Map(proposals.flatMap((proposal) => proposal.claims.map((claim) => [keyOf(claim), claim] as const)))
  const holders = await claimIdentities(tx, info.name, [...claims.values()])
  const stored = storedRecords(proposals, holders)
  handOver(tx, stored)
  return settle(proposals, stored)
}

interface Proposal {
  recordId: string
  claims: IdentityClaim[]
}

/** Submissions that share a key, straight or through others, propose one and the same record. */
const proposeRecords = (
  info: ObjectInfo,
  submissions: readonly { values: Record<string, Value> }[],
  now: string,
): Proposal[] => {
  const groupOfKey = new Map<string, number>()
  const parent = submissions.map((_, index) => index)
  const rootOf = (index: number): number => (parent[index] === index ? index : rootOf(parent[index] ?? index))
  const keys = submissions.map(({ values }) => claimsOf(info, values, ''))
  for (const [index, claims] of keys.entries()) {
    for (const claim of claims) {
      const other = groupOfKey.get(keyOf(claim))
      if (other === undefined) groupOfKey.set(keyOf(claim), index)
      else parent[rootOf(index)] = rootOf(other)
    }
  }
  const ids = new Map<number, string>()
  return keys.map((claims, index) => {
    const root = rootOf(index)
    const recordId = ids.get(root) ?? newId(now)
    ids.set(root, recordId)
    return { recordId, claims: claims.map((claim) => ({ ...claim, recordId })) }
  })
}

/** Proposed record → the stored ones that hold keys of it already. */
const storedRecords = (proposals: readonly Proposal[], holders: readonly IdentityClaim[]): Map<string, string[]> => {
  const holderOf = new Map(holders.map((holder) => [keyOf(holder), holder.recordId]))
  const stored = new Map<string, string[]>()
  for (const { recordId, claims } of proposals) {
    const others = claims
      .map((claim) => holderOf.get(keyOf(claim)))
      .filter((id): id is string => id !== undefined && id !== recordId)
    if (others.length > 0) stored.set(recordId, [...new Set([...(stored.get(recordId) ?? []), ...others])])
  }
  return stored
}

/** Keys that were won for a proposed record which turned out to be a stored one belong to the stored one. */
const handOver = (tx: Transaction, stored: ReadonlyMap<string, string[]>): void => {
  if (stored.size === 0) return
  // Not by their object as well: the planner, which knows little of a table that grows, would look through all of it for that.
  tx.send(
    `UPDATE w.identity i SET record_id = x."to" FROM unnest($1::uuid[], $2::uuid[]) AS x("from", "to")
     WHERE i.record_id = x."from" AND i.record_id = ANY($1::uuid[])`,
    [[...stored.keys()], [...stored.values()].map(([to]) => to)],
  )
}

const settle = (proposals: readonly Proposal[], stored: ReadonlyMap<string, string[]>): Resolved[] => {
  const seen = new Set<string>()
  return proposals.map(({ recordId }) => {
    const [existing, other] = stored.get(recordId) ?? []
    if (existing !== undefined) return { recordId: existing, isNew: false, alsoRecordId: other ?? null }
    const isNew = !seen.has(recordId)
    seen.add(recordId)
    return { recordId, isNew, alsoRecordId: null }
  })
}
