import { AppError, type Locale } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import {
  listImports,
  type ImportCounts,
  type ImportMapping,
  type ImportPlan,
  type ImportRecord,
  type ImportStatus,
} from './import-queries.ts'
import type { ImportPolicy } from './import-policy.ts'
import { describeReason } from './row-reason.ts'
import { openImport } from './require-import-right.ts'

/** An import as its page shows it. */
export interface ImportProgress {
  id: string
  object: string
  fileName: string
  createdAt: string
  createdBy: string
  createdByName: string
  status: ImportStatus
  encoding: string | null
  rows: number
  done: number
  counts: Required<Omit<ImportCounts, 'hidden'>>
  mapping: ImportMapping | null
  policy: ImportPolicy | null
  /** What it would do, while it waits for its start. */
  plan: ImportPlan | null
  reason: string | null
  endedAt: string | null
}

const MOST_REASONS = 8

/** The plan in words; of its reasons the most frequent ones. */
const describePlan = (context: Context, { object, plan }: ImportRecord, locale: Locale): ImportPlan | null => {
  const info = context.workspace.config.current.objects.get(object)
  const inWords = <One extends { reason: string }>(one: One): One => ({
    ...one,
    reason: describeReason(one.reason, info, locale),
  })
  if (!plan) return null
  const reasons = plan.reasons.toSorted((a, b) => b.count - a.count).slice(0, MOST_REASONS)
  return { ...plan, reasons: reasons.map(inWords), problems: plan.problems.map(inWords) }
}

export const describeImport = (context: Context, one: ImportRecord, locale: Locale = 'zh-CN'): ImportProgress => {
  const { created = 0, touched = 0, updated = 0, skipped = 0, asked = 0, failed = 0, undone = 0, kept = 0 } = one.counts
  return {
    id: one.id,
    object: one.object,
    fileName: one.fileName,
    createdAt: one.createdAt,
    createdBy: one.createdBy,
    createdByName: context.workspace.directory.current.users.get(one.createdBy)?.name ?? '',
    status: one.status,
    encoding: one.encoding,
    rows: one.total,
    done: one.done,
    counts: { created, touched, updated, skipped, asked, failed, undone, kept },
    mapping: one.mapping,
    policy: one.policy,
    plan: one.status === 'preview' ? describePlan(context, one, locale) : null,
    reason: one.reason,
    endedAt: one.endedAt,
  }
}

export const findImport = async (context: Context, importId: string, locale: Locale = 'zh-CN'): Promise<ImportProgress> =>
  describeImport(context, await openImport(context, importId), locale)

const MOST_SHOWN = 100

/** One's own imports, newest first; all of them for those who configure. */
export const findImports = async (context: Context): Promise<ImportProgress[]> => {
  if (!context.access.abilities.has('import')) throw new AppError('forbidden')
  const whose = context.access.abilities.has('configure') ? null : context.access.userId
  return (await listImports(context.workspace.db, whose, MOST_SHOWN)).map((one) => describeImport(context, one))
}
