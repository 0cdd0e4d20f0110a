import { AppError, must, type Issue, type ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { describeImport, type ImportProgress } from './find-imports.ts'
import { groupRows, type RowGroup } from './group-rows.ts'
import { readImport, readWaiting, writePlan, type ImportPlan, type ImportRecord, type WaitingRow } from './import-queries.ts'
import type { ImportPolicy } from './import-policy.ts'
import { judgeRows, rowPlanOf, type JudgedRow } from './judge-rows.ts'
import { openRowReader } from './read-import-row.ts'
import { openImport, requireImportRight } from './require-import-right.ts'
import { writeReason } from './row-reason.ts'
import { requireMapping, type StartInput } from './start-import.ts'

const CHUNK = 1_000
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
  const seen = new Map<string, RowGroup>()
  let after = 0
  while (isWanted() && !plan.isDone) {
    const rows = await readWaiting(db, one.id, after, CHUNK)
    const judged = await judgeRows(context, info, reader, { importId: one.id, rows })
    await countChunk(context, info, { plan, policy, rows, judged, seen })
    after = rows.at(-1)?.number ?? after
    plan.isDone = rows.length < CHUNK
    if (!isWanted()) return
    await writePlan(db, one.id, plan)
    commits.publish({ objects: ['import'], noticed: [] })
  }
}

interface Counting {
  plan: ImportPlan
  policy: ImportPolicy
  rows: readonly WaitingRow[]
  judged: readonly JudgedRow[]
  seen: Map<string, RowGroup>
}

const countChunk = async (
  context: Context,
  info: ObjectInfo,
  { plan, policy, rows, judged, seen }: Counting,
): Promise<void> => {
  const cells = new Map(rows.map((row) => [row.number, row.cells]))
  for (const row of judged) {
    plan.checked++
    if (row.isRefused) plan.counts.failed = (plan.counts.failed ?? 0) + 1
    else if (row.issues.length > 0) plan.partly++
    for (const issue of row.issues) addReason(plan, issue)
    const reason = writeReason(row.issues)
    if (reason !== null && plan.problems.length < MOST_PROBLEMS)
      plan.problems.push({ number: row.number, cells: cells.get(row.number) ?? [], reason })
  }
  const accepted = judged.filter((row) => !row.isRefused)
  if (policy.duplicates === 'create') {
    plan.counts.created = (plan.counts.created ?? 0) + accepted.length
    return
  }
  const before = new Set(seen.values())
  const groups = await groupRows(context, context.workspace.db, info, { rows: accepted, matchBy: policy.matchBy, seen })
  for (const group of groups) count(plan, policy, group, before.has(group))
}

/** 「没有「九年级」这个选项」 2,134 times: what a person mends once for all of them. Rare ones beyond the first are in the error file. */
const addReason = (plan: ImportPlan, issue: Issue): void => {
  const reason = must(writeReason([issue]))
  const known = plan.reasons.find((one) => one.reason === reason)
  if (known) known.count++
  else if (plan.reasons.length < MOST_REASONS) plan.reasons.push({ reason, count: 1 })
}

const fateOfKnown = { touch: 'touched', update: 'updated', skip: 'skipped', ask: 'asked' } as const

/** The first row of a new record makes it; the others meet it there. A group that earlier chunks began holds only its new rows. */
const count = (plan: ImportPlan, policy: ImportPolicy, group: RowGroup, isBegun: boolean): void => {
  const makes = group.recordIds.size === 0 && !isBegun ? 1 : 0
  const fate =
    group.recordIds.size > 1 && policy.duplicates === 'update'
      ? 'failed'
      : fateOfKnown[policy.duplicates === 'create' ? 'skip' : policy.duplicates]
  plan.counts.created = (plan.counts.created ?? 0) + makes
  plan.counts[fate] = (plan.counts[fate] ?? 0) + group.rows.length - makes
  // Counted rows are let go: only that the record was seen matters for what follows.
  group.rows = []
}
