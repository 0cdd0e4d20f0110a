import { must, type Issue, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { claimsOf, holdersOf } from '../records/identity-queries.ts'
import { findClaims, uniqueFieldsOf } from '../unique/find-clashes.ts'
import { clashesAmong, openValueLedger } from '../unique/value-ledger.ts'
import type { ReadSubmission } from './read-submission.ts'

/**
 * Submissions that bring a value which may not repeat and would: that of a new customer is refused on the field, and kept with
 * the reason like everything that is refused. Of a customer we have, or who came in earlier in the same batch, only the value
 * is left out: a touch is never lost for it. What is refused takes no value from those after it. Nobody is told whose the value
 * is, for who stands at a door may be anybody.
 */
export const refuseRepeated = async (
  tx: Transaction,
  info: ObjectInfo,
  reads: readonly ReadSubmission[],
): Promise<ReadSubmission[]> => {
  if (uniqueFieldsOf(info).length === 0) return [...reads]
  const claims = await findClaims(
    tx,
    info,
    reads.map((read) => ({ id: null, values: read.refusedBecause === null ? read.values : {} })),
  )
  const doubtful = new Set(clashesAmong(claims).map(({ index }) => index))
  if (doubtful.size === 0) return [...reads]
  const here = await knownKeys(
    tx,
    info,
    reads.filter((_, index) => doubtful.has(index)),
  )
  const ledger = openValueLedger()
  return reads.map((read, index) => {
    if (read.refusedBecause !== null) return read
    const own = must(claims[index])
    const keys = keysOf(info, read)
    const repeated = ledger.clashesOf(own, index)
    const names = repeated.map(({ field }) => field.name)
    if (repeated.length > 0 && !keys.some((key) => here.has(key))) return refused(read, names)
    for (const key of keys) here.add(key)
    ledger.take(
      own.filter((claim) => !repeated.includes(claim)),
      index,
    )
    return repeated.length === 0 ? read : { ...read, values: without(read.values, names) }
  })
}

const keysOf = (info: ObjectInfo, { values }: ReadSubmission): string[] => claimsOf(info, values, '').map(textOfKey)

const textOfKey = ({ kind, value }: { kind: string; value: string }): string => `${kind} ${value}`

/** What customers that we have are known by, of the keys in these submissions. */
const knownKeys = async (tx: Transaction, info: ObjectInfo, reads: readonly ReadSubmission[]): Promise<Set<string>> => {
  const claims = reads.flatMap(({ values }) => claimsOf(info, values, ''))
  return new Set((await holdersOf(tx, info.name, claims)).map(textOfKey))
}

const refused = (read: ReadSubmission, names: readonly string[]): ReadSubmission => ({
  values: read.values,
  issues: [...read.issues, ...names.map((path): Issue => ({ path, code: 'taken' }))],
  refusedBecause: 'taken',
})

const without = (values: ReadSubmission['values'], names: readonly string[]): ReadSubmission['values'] =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
