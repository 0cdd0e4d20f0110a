import { AppError, must, type Issue, type ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { describeImport, type ImportProgress } from './find-imports.ts'
import { foreseeRows, openForesight } from './foresee-rows.ts'
import { chunkSizeOf } from './import-policy.ts'
import {
  readImport,
  readWaiting,
  writePlan,
  type ImportPlan,
  type ImportRecord,
  type RowResult,
  type RowStatus,
  type WaitingRow,
} from './import-queries.ts'
import { judgeRows, rowPlanOf, type JudgedRow } from './judge-rows.ts'
import { openRowReader } from './read-import-row.ts'
import { openImport, requireImportRight } from './require-import-right.ts'
import { readReason, writeReason } from './row-reason.ts'
import { resultOf } from './row-result.ts'
import { requireMapping, type StartInput } from './start-import.ts'

const MOST_PROBLEMS = 50
const MOST_REASONS = 200

/** The newest wish for each import: one that was overtaken by another stops counting. */
const wanted = new Map<string, symbol>()

/**
 * Counts what an import would do to the whole file, by this mapping and policy: in the background, chunk by chunk, told to
 * the open pages like progress. Nothing is written. Asked again, it begins anew; asked about a started import, it refuses.
 */
export const planImport = async (context: Context, importId: string, input: StartInput): Promise<ImportProgress> => {
  const one = await openImport(context, importId)
  const info = requireImportRight(context, one.object)
  if (one.status !== 'preview') throw new AppError('bad-request')
  requireMapping(context, info, one, input)
  const wish = Symbol(importId)
  wanted.set(importId, wish)
  const asked: ImportRecord = { ...one, mapping: input.mapping, policy: input.policy }
  await writePlan(context.workspace.db, one.id, emptyPlan())
  void countAll(context, info, asked, () => wanted.get(importId) === wish)
    .catch((error: unknown) => context.workspace.log.error({ err: error, import: importId }, 'an import could not be counted'))
    .finally(() => wanted.get(importId) === wish && wanted.delete(importId))
  return describeImport(context, (await readImport(context.workspace.db, one.id)) ?? one)
}

const emptyPlan = (): ImportPlan => ({
  checked: 0,
  isDone: false,
  counts: { created: 0, touched: 0, updated: 0, skipped: 0, asked: 0, failed: 0 },
  partly: 0,
  reasons: [],
  problems: [],
})

const countAll = async (context: Context, info: ObjectInfo, one: ImportRecord, isWanted: () => boolean): Promise<void> => {
  const { db, commits } = context.workspace
  const { policy, ...rest } = rowPlanOf(context, info, one)
  const reader = await openRowReader(context, info, { ...rest, policy })
  const plan = emptyPlan()
  const file = openForesight()
  const size = chunkSizeOf(policy)
  let after = 0
  while (isWanted() && !plan.isDone) {
    const rows = await readWaiting(db, one.id, after, size)
    const judged = await judgeRows(context, info, reader, { importId: one.id, rows })
    const accepted = judged.filter((row) => !row.isRefused)
    const results = await foreseeRows(context, info, { rows: accepted, policy, file })
    countChunk(plan, { rows, judged, results })
    after = rows.at(-1)?.number ?? after
    plan.isDone = rows.length < size
    if (!isWanted()) return
    await writePlan(db, one.id, plan)
    commits.publish({ objects: ['import'], noticed: [] })
  }
}

interface Counted {
  rows: readonly WaitingRow[]
  judged: readonly JudgedRow[]
  /** Of the rows that can be stored. */
  results: readonly RowResult[]
}

const countChunk = (plan: ImportPlan, { rows, judged, results }: Counted): void => {
  const cells = new Map(rows.map((row) => [row.number, row.cells]))
  const resultOfRow = new Map(results.map((result) => [result.number, result]))
  for (const row of judged) {
    const { status, reason } = resultOfRow.get(row.number) ?? resultOf(row, 'failed')
    plan.checked++
    if (isCounted(status)) plan.counts[status] = (plan.counts[status] ?? 0) + 1
    if (status !== 'failed' && row.issues.length > 0) plan.partly++
    if (reason === null) continue
    for (const issue of readReason(reason)) addReason(plan, issue)
    if (plan.problems.length < MOST_PROBLEMS)
      plan.problems.push({ number: row.number, cells: cells.get(row.number) ?? [], reason })
  }
}

const isCounted = (status: RowStatus): status is keyof ImportPlan['counts'] => status !== 'waiting' && status !== 'undone'

/**
 * 「没有「九年级」这个选项」 2,134 times: what a person mends once for all of them. Rare ones beyond the first are in the error
 * file. Who has a value that is taken is another one each time, and stands beside the rows.
 */
const addReason = (plan: ImportPlan, { path, code, ...rest }: Issue): void => {
  const reason = must(writeReason([code === 'taken-by' ? { path, code: 'taken' } : { path, code, ...rest }]))
  const known = plan.reasons.find((one) => one.reason === reason)
  if (known) known.count++
  else if (plan.reasons.length < MOST_REASONS) plan.reasons.push({ reason, count: 1 })
}
