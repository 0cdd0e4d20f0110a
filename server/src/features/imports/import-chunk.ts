import { must, systemAccess, type Issue, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { captureBatch } from '../capture/capture-batch.ts'
import type { Submission } from '../capture/submission.ts'
import { applyChange } from '../records/apply-change.ts'
import { claimsOf, holdersOf } from '../records/identity-queries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { ImportPolicy, RowResult, RowStatus } from './import-queries.ts'
import type { JudgedRow } from './judge-rows.ts'
import { writeReason } from './row-reason.ts'

const resultOf = (row: JudgedRow, status: RowStatus, recordId: string | null = null, more: Issue[] = []): RowResult => ({
  number: row.number,
  status,
  recordId,
  reason: writeReason([...row.issues, ...more]),
})

/** Writes a chunk of judged rows in the given transaction and says what became of each. */
export const importChunk = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  input: { rows: readonly JudgedRow[]; policy: ImportPolicy },
): Promise<RowResult[]> => {
  const refused = input.rows.filter((row) => row.isRefused)
  const accepted = input.rows.filter((row) => !row.isRefused)
  const isPlain = accepted.some((row) => row.submission === null)
  const known =
    isPlain || input.policy.duplicates === 'skip' ? await knownCustomers(tx, info, accepted) : new Map<number, Issue>()
  const fresh = accepted.filter((row) => !known.has(row.number))
  const written = isPlain
    ? await createPlain(context, tx, info, { rows: fresh, policy: input.policy })
    : await captureRows(context, tx, info, { rows: fresh, policy: input.policy })
  return [
    ...refused.map((row) => resultOf(row, 'failed')),
    ...accepted
      .filter((row) => known.has(row.number))
      .map((row) => resultOf(row, 'skipped', null, [must(known.get(row.number))])),
    ...written,
  ]
}

/** Rows whose customer is here already, or stands further up in the chunk, with which of the two. */
const knownCustomers = async (tx: Transaction, info: ObjectInfo, rows: readonly JudgedRow[]): Promise<Map<number, Issue>> => {
  const keysOf = (row: JudgedRow): { kind: string; value: string }[] => claimsOf(info, row.values, '')
  const keyText = (key: { kind: string; value: string }): string => `${key.kind} ${key.value}`
  const holders = new Set((await holdersOf(tx, info.name, rows.flatMap(keysOf))).map(keyText))
  const known = new Map<number, Issue>()
  const above = new Set<string>()
  for (const row of rows) {
    const keys = keysOf(row).map(keyText)
    if (keys.some((key) => holders.has(key))) known.set(row.number, { path: '', code: 'already-here' })
    else if (keys.some((key) => above.has(key))) known.set(row.number, { path: '', code: 'twice-in-file' })
    else for (const key of keys) above.add(key)
  }
  return known
}

interface Fresh {
  rows: readonly JudgedRow[]
  policy: ImportPolicy
}

/** Through the door that all leads come by. Its event id is the row's, so a row that was taken in before is only answered. */
const captureRows = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: Fresh,
): Promise<RowResult[]> => {
  if (rows.length === 0) return []
  // The right to import was checked; recognising and assigning customers is the platform's work on the importer's behalf.
  const elevated: Context = { ...context, access: { ...systemAccess, userId: context.access.userId } }
  const captured = await captureBatch(
    elevated,
    tx,
    info.name,
    rows.map((row) => ({ ...must(row.submission), ...ownerOf(context, policy) })),
  )
  return rows.map((row, index) => {
    const one = must(captured[index])
    if (one.status === 'refused')
      return resultOf({ ...row, issues: one.issues.length > 0 ? one.issues : [{ path: '', code: one.reason }] }, 'failed')
    return resultOf(row, one.status === 'stored' ? 'created' : 'touched', one.recordId)
  })
}

/** Capture asks the rules only for submissions that say nothing about their owner; `null` says: nobody yet. */
const ownerOf = (context: Context, policy: ImportPolicy): Pick<Submission, 'ownerId'> => {
  if (policy.assign === 'rules') return {}
  return { ownerId: policy.assign === 'me' ? context.access.userId : null }
}

const createPlain = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: Fresh,
): Promise<RowResult[]> => {
  if (rows.length === 0) return []
  const ids = rows.map(() => newId(context.now))
  const ownerId = policy.assign === 'none' ? null : context.access.userId
  await applyChange(context, tx, {
    object: info.name,
    isClean: true,
    operations: rows.map((row, index) => ({ action: 'create', id: must(ids[index]), ownerId, values: row.values })),
  })
  return rows.map((row, index) => resultOf(row, 'created', must(ids[index])))
}
