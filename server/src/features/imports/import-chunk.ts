import { must, systemAccess, type ObjectInfo } from '@jieli/core'
import type { Transaction } from '../../database/database.ts'
import { newId } from '../../runtime/new-id.ts'
import { captureBatch } from '../capture/capture-batch.ts'
import type { Submission } from '../capture/submission.ts'
import { applyChange } from '../records/apply-change.ts'
import { openValueLedger } from '../unique/value-ledger.ts'
import type { Context } from '../workspace/workspace.ts'
import { groupRows, type RowGroup } from './group-rows.ts'
import type { ImportPolicy } from './import-policy.ts'
import type { RowResult, RowStatus } from './import-queries.ts'
import type { JudgedRow } from './judge-rows.ts'
import { readReason } from './row-reason.ts'
import { refuseTaken } from './refuse-taken.ts'
import { mergedRow, resultOf } from './row-result.ts'
import { updateKnown } from './update-known.ts'

/** Writes a chunk of judged rows in the given transaction and says what became of each. */
export const importChunk = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: { rows: readonly JudgedRow[]; policy: ImportPolicy },
): Promise<RowResult[]> => {
  const results = rows.filter((row) => row.isRefused).map((row) => resultOf(row, 'failed'))
  const accepted = Map.groupBy(
    rows.filter((row) => !row.isRefused),
    (row) => row.answer ?? policy.duplicates,
  )
  for (const [duplicates, some] of accepted)
    results.push(...(await writeRows(context, tx, info, { rows: some, policy: { ...policy, duplicates } })))
  return results
}

interface Chunk {
  rows: readonly JudgedRow[]
  policy: ImportPolicy
}

const writeRows = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: Chunk,
): Promise<RowResult[]> => {
  // A door recognises customers by itself, and against every other door at this same instant.
  if (policy.duplicates === 'touch' || policy.duplicates === 'create') return createRows(context, tx, info, { rows, policy })
  const groups = await groupRows(context, tx, info, { rows, matchBy: policy.matchBy })
  const known = groups.filter((group) => group.recordIds.size > 0)
  const news = groups.filter((group) => group.recordIds.size === 0)
  if (policy.duplicates === 'update') {
    const created = await createRows(context, tx, info, { rows: news.map(({ rows: some }) => mergedRow(some)), policy })
    return [
      ...created,
      ...repeatsOf(news, created),
      ...(await updateKnown(context, tx, info, { groups: known, matchBy: policy.matchBy })),
    ]
  }
  const status = policy.duplicates === 'ask' ? 'asked' : 'skipped'
  return [
    ...(await createRows(context, tx, info, { rows: news.map((group) => must(group.rows[0])), policy })),
    ...news.flatMap((group) =>
      group.rows.slice(1).map((row) => resultOf(row, status, null, [{ path: '', code: 'twice-in-file' }])),
    ),
    ...known.flatMap((group) => group.rows.map((row) => leftAlone(group, row, status))),
  ]
}

const leftAlone = (group: RowGroup, row: JudgedRow, status: RowStatus): RowResult =>
  resultOf(row, status, status === 'asked' ? must([...group.recordIds][0]) : null, [{ path: '', code: 'already-here' }])

const repeatsOf = (news: readonly RowGroup[], created: readonly RowResult[]): RowResult[] => {
  const byNumber = new Map(created.map((result) => [result.number, result]))
  return news.flatMap(({ rows: [first, ...rest] }) => {
    const made = byNumber.get(must(first).number)
    // They would have made it together, so what keeps the first out keeps out all of them.
    return rest.map((row) =>
      made?.recordId
        ? resultOf(row, 'updated', made.recordId)
        : resultOf(row, 'failed', null, readReason(made?.reason ?? '[]')),
    )
  })
}

const createRows = (context: Context, tx: Transaction, info: ObjectInfo, chunk: Chunk): Promise<RowResult[]> =>
  chunk.rows.some((row) => row.submission === null)
    ? createPlain(context, tx, info, chunk)
    : captureRows(context, tx, info, chunk)

/** Through the door that all leads come by. Its event id is the row's, so a row that was taken in before is only answered. */
const captureRows = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: Chunk,
): Promise<RowResult[]> => {
  if (rows.length === 0) return []
  // The right to import was checked; recognising and assigning customers is the platform's work on the importer's behalf.
  const elevated: Context = { ...context, access: { ...systemAccess, userId: context.access.userId } }
  const captured = await captureBatch(
    elevated,
    tx,
    info.name,
    rows.map((row) => ({ ...must(row.submission), ...ownerOf(context, policy), isQuiet: true, hasClocks: policy.clocks })),
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

/** Rows with a value that may not repeat and would are refused, each with its reason; the others go in. */
const withoutRepeated = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  rows: readonly JudgedRow[],
): Promise<{ free: JudgedRow[]; refused: RowResult[] }> => {
  const refused = await refuseTaken(
    context,
    tx,
    info,
    rows.map(({ values }, index) => ({ id: null, values, taker: index })),
    openValueLedger(),
  )
  return {
    free: rows.filter((_, index) => !refused.has(index)),
    refused: [...refused].map(([index, issues]) => resultOf(must(rows[index]), 'failed', null, issues)),
  }
}

const createPlain = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows: given, policy }: Chunk,
): Promise<RowResult[]> => {
  const { free, refused } = await withoutRepeated(context, tx, info, given)
  return [...refused, ...(await createFree(context, tx, info, { rows: free, policy }))]
}

const createFree = async (
  context: Context,
  tx: Transaction,
  info: ObjectInfo,
  { rows, policy }: Chunk,
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
