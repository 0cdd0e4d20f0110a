import { must, type Issue, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { claimsOf, holdersOf } from '../records/identity-queries.ts'
import { findClashes, uniqueFieldsOf, type Clash } from '../unique/find-clashes.ts'
import type { ReadSubmission } from './read-submission.ts'

/**
 * Submissions that bring a value which may not repeat and would: that of a new customer is refused on the field, and kept with
 * the reason like everything that is refused. Of a customer we have, or who comes earlier in the same batch, only the value is
 * left out: a touch is never lost for it. Nobody is told whose the value is, for who stands at a door may be anybody.
 */
export const refuseRepeated = async (
  tx: Transaction,
  info: ObjectInfo,
  reads: readonly ReadSubmission[],
): Promise<ReadSubmission[]> => {
  if (uniqueFieldsOf(info).length === 0) return [...reads]
  const clashes = await findClashes(
    tx,
    info,
    reads.map((read) => ({ id: null, values: read.refusedBecause === null ? read.values : {} })),
  )
  if (clashes.length === 0) return [...reads]
  const isKnown = await knownCustomers(tx, info, reads, clashes)
  const byPlace = Map.groupBy(clashes, ({ index }) => index)
  return reads.map((read, index) => {
    const names = new Set((byPlace.get(index) ?? []).map(({ field }) => field.name))
    if (names.size === 0) return read
    const values = Object.fromEntries(Object.entries(read.values).filter(([name]) => !names.has(name)))
    if (isKnown(index)) return { ...read, values }
    const issues = [...names].map((path): Issue => ({ path, code: 'taken' }))
    return { values: read.values, issues: [...read.issues, ...issues], refusedBecause: 'taken' }
  })
}

/** By place: whether a submission is of somebody who is recognised, in the database or earlier in the batch. */
const knownCustomers = async (
  tx: Transaction,
  info: ObjectInfo,
  reads: readonly ReadSubmission[],
  clashes: readonly Clash[],
): Promise<(index: number) => boolean> => {
  const keysOf = ({ values }: ReadSubmission): string[] =>
    claimsOf(info, values, '').map(({ kind, value }) => `${kind} ${value}`)
  const places = new Set(clashes.map(({ index }) => index))
  const claims = reads.filter((_, index) => places.has(index)).flatMap(({ values }) => claimsOf(info, values, ''))
  const known = new Map<string, number>(
    (await holdersOf(tx, info.name, claims)).map(({ kind, value }) => [`${kind} ${value}`, -1]),
  )
  for (const [index, read] of reads.entries()) for (const key of keysOf(read)) if (!known.has(key)) known.set(key, index)
  return (index) => keysOf(must(reads[index])).some((key) => (known.get(key) ?? index) < index)
}
