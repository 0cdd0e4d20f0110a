import type { FieldInfo, Locale, ObjectInfo } from '@jieli/core'
import type { Context } from '../workspace/workspace.ts'
import { guessMapping } from './guess-mapping.ts'
import {
  readMappings,
  readTroubled,
  readWaiting,
  type ImportMapping,
  type ImportRecord,
  type WaitingRow,
} from './import-queries.ts'
import { importDoorOf } from './import-door.ts'
import { mayMatch } from './import-policy.ts'
import { judgeRows, rowPlanOf } from './judge-rows.ts'
import { openRowReader } from './read-import-row.ts'
import { importableFields, openImport, requireImportRight } from './require-import-right.ts'
import { describeReason, writeReason } from './row-reason.ts'

/** What the importer sees before anything is written. */
export interface ImportPreview {
  id: string
  object: string
  fileName: string
  encoding: string | null
  rows: number
  hiddenRows: number
  columns: { header: string; samples: string[]; field: string | null }[]
  /** What may be chosen for this object and this person. */
  choices: {
    /** Files come in by a door: customers are recognised, assigned and clocked. */
    hasDoor: boolean
    /** Fields by which two records are never the same. */
    identifies: string[]
    /** Fields whose values may not repeat. */
    unique: string[]
    /** Fields by which rows may be matched to records. */
    matches: string[]
    /** Fields without which no record is made. */
    required: string[]
  }
  /** Among the first rows, with the guessed mapping. */
  problems: { number: number; cells: string[]; reason: string }[]
  counts: { checked: number; fine: number; troubled: number; unfit: number }
}

export interface PreviewOptions {
  /** What the person has on screen; absent: what we guess. */
  mapping?: ImportMapping | undefined
  locale: Locale
}

const CHECKED = 500
const SHOWN_PROBLEMS = 20
const SAMPLES = 5

/** Says what the file holds and what would be made of it. Asked again with a mapping, it judges by that one. */
export const previewImport = async (
  context: Context,
  importId: string,
  { mapping: chosen, locale }: PreviewOptions,
): Promise<ImportPreview> => {
  const one = await openImport(context, importId)
  const info = requireImportRight(context, one.object)
  const { db } = context.workspace
  const rows = await readWaiting(db, one.id, 0, CHECKED)
  const unfit = await readTroubled(db, one.id, 0, SHOWN_PROBLEMS)
  const mapping =
    chosen ??
    guessMapping(
      one.columns,
      rows.slice(0, 50).map((row) => row.cells),
      importableFields(context, info),
      await readMappings(db, one),
    )
  const problems = await problemsOf(context, info, { one, rows, mapping, locale })
  const shown = [...unfit.map((row) => ({ ...row, reason: describeReason(row.reason, info, locale) })), ...problems].toSorted(
    (a, b) => a.number - b.number,
  )
  return {
    id: one.id,
    object: one.object,
    fileName: one.fileName,
    encoding: one.encoding,
    rows: one.total,
    hiddenRows: one.counts.hidden ?? 0,
    columns: one.columns.map((header, column) => ({
      header,
      samples: samplesOf(rows, column),
      field: mapping[header] ?? null,
    })),
    choices: choicesOf(context, info),
    problems: shown.slice(0, SHOWN_PROBLEMS).map(({ number, cells, reason }) => ({ number, cells, reason })),
    counts: {
      checked: rows.length,
      fine: rows.length - problems.length,
      troubled: problems.length,
      unfit: one.counts.failed ?? 0,
    },
  }
}

const choicesOf = (context: Context, info: ObjectInfo): ImportPreview['choices'] => {
  const fields = importableFields(context, info)
  const names = (some: readonly FieldInfo[]): string[] => some.map((field) => field.name)
  return {
    hasDoor: importDoorOf(context, info.name) !== undefined,
    identifies: names(fields.filter((field) => field.identifies)),
    unique: names(fields.filter((field) => field.unique)),
    matches: names(fields.filter(mayMatch)),
    required: names(fields.filter((field) => field.required)),
  }
}

const samplesOf = (rows: readonly WaitingRow[], column: number): string[] =>
  [...new Set(rows.map((row) => (row.cells[column] ?? '').trim().slice(0, 60)).filter((cell) => cell !== ''))].slice(0, SAMPLES)

const problemsOf = async (
  context: Context,
  info: ObjectInfo,
  file: { one: ImportRecord; rows: WaitingRow[]; mapping: ImportMapping; locale: Locale },
): Promise<{ number: number; cells: string[]; reason: string }[]> => {
  const reader = await openRowReader(context, info, rowPlanOf(context, info, file.one, file.mapping))
  const judged = await judgeRows(context, info, reader, { importId: file.one.id, rows: file.rows })
  const cells = new Map(file.rows.map((row) => [row.number, row.cells]))
  return judged
    .filter((row) => row.issues.length > 0)
    .map((row) => ({
      number: row.number,
      cells: cells.get(row.number) ?? [],
      reason: describeReason(writeReason(row.issues), info, file.locale),
    }))
}
