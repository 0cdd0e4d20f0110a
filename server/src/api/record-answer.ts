import type { CrmRecord } from '@jieli/core'
import { recordAfterChange, type ChangedRecord } from '../features/records/after-change.ts'
import { includeRecords, type Included } from '../features/records/include-records.ts'
import { includeRows, splitIncluded } from '../features/records/include-rows.ts'
import type { RowsToSave } from '../features/records/save-rows.ts'
import type { Context } from '../features/workspace/workspace.ts'

interface WithIncluded {
  records: CrmRecord[]
  refs: Record<string, string>
  included?: Included
}

/** What stands beside records and what is part of them, as far as it was asked for. */
export const withIncluded = async (
  context: Context,
  object: string,
  { records, refs }: { records: CrmRecord[]; refs: Record<string, string> },
  names: readonly string[] = [],
): Promise<WithIncluded> => {
  const info = context.workspace.config.current.objects.get(object)
  const { rows, relations } = splitIncluded(info, names)
  const full = info && rows.length > 0 ? await includeRows(context, info, records, rows) : { records, refs: {} }
  return {
    records: full.records,
    refs: { ...refs, ...full.refs },
    ...(relations.length === 0 ? {} : { included: await includeRecords(context, object, records, relations) }),
  }
}

/** One record with what was asked for beside it. */
export const withIncludedInOne = async <T extends { record: CrmRecord; refs: Record<string, string> }>(
  context: Context,
  object: string,
  one: T,
  names: readonly string[] | undefined,
): Promise<T & { included?: Included }> => {
  const { records, ...beside } = await withIncluded(context, object, { records: [one.record], refs: one.refs }, names)
  return { ...one, ...beside, record: records[0] ?? one.record }
}

/** A record as its writer sees it now, with the rows that were written along. */
export const answerAfter = async (
  context: Context,
  object: string,
  written: { id: string; rev: number },
  rows: RowsToSave | undefined,
): Promise<ChangedRecord> => {
  const after = await recordAfterChange(context, object, written)
  return after.outOfSight ? after : withIncludedInOne(context, object, after, Object.keys(rows ?? {}))
}
