import type { CrmRecord, Value } from '@jieli/core'
import type { FieldMeta, ObjectMeta } from '../../data/meta-shapes.ts'
import type { RowToSave, RowsToSave } from '../../data/sub-tables.ts'
import { fieldTypeOf } from '../condition-builder/condition-fields.ts'

/** A row as it stands on the page, saved or not. */
export interface RowDraft {
  /** Stays the row's while it is moved and saved. */
  key: string
  /** As it was read; absent: it is new. */
  stored?: CrmRecord
  values: Record<string, Value>
}

/** The columns that people see of a sub-table: not what ties a row to its record and to its place. */
export const columnsOf = (part: ObjectMeta): FieldMeta[] =>
  part.fields.filter(({ name, system }) => !system && name !== part.partOf?.relation && name !== part.partOf?.position)

export const draftsOf = (records: readonly CrmRecord[]): RowDraft[] =>
  records.map((stored) => ({ key: stored.id, stored, values: stored.values }))

/** Whether a reader may type into the column of this very row. */
export const isTypable = (part: ObjectMeta, field: FieldMeta, row: RowDraft): boolean =>
  row.stored ? part.can.update && field.right === 'write' && !field.readOnly : field.mayFill

const isSame = (a: Value | undefined, b: Value | undefined): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Whether the cell still holds the cover that came for its value: nothing to go on typing from. */
export const holdsCover = (field: FieldMeta, { stored, values }: RowDraft): boolean => {
  const cover = stored?.values[field.name] ?? ''
  return field.covered === true && cover !== '' && isSame(values[field.name], cover)
}

/** What a cell holds after typing: the value typed, or the cover again where that is the value it stands for. */
export const typedOver = (field: FieldMeta, { stored }: RowDraft, typed: Value, whole: Value | undefined): Value =>
  whole !== undefined && isSame(typed, whole) ? (stored?.values[field.name] ?? null) : typed

/** What was changed of a row that is there. */
const changesOf = ({ stored, values }: RowDraft): Record<string, Value> =>
  Object.fromEntries(Object.entries(values).filter(([name, value]) => !isSame(value, stored?.values[name])))

/**
 * Rows with numbers that rise in their order: as they are where they do already, all numbered anew where rows were moved. New
 * rows at the end get theirs from the server.
 */
const placed = (rows: readonly RowDraft[], position: string): RowDraft[] => {
  const lastStored = rows.findLastIndex(({ stored }) => stored !== undefined)
  const numbers = rows.slice(0, lastStored + 1).map(({ values }) => values[position])
  const rises = numbers.every((at, index) => typeof at === 'number' && (index === 0 || at > Number(numbers[index - 1])))
  if (rises) return [...rows]
  return rows.map((row, index) => ({ ...row, values: { ...row.values, [position]: index + 1 } }))
}

/**
 * What is to be saved, in the order of the page, each with the key of its row so that a complaint finds it: rows that are gone,
 * then those that changed or are new. A new row in which nothing was typed is left out.
 */
export const rowsToSave = (
  stored: readonly CrmRecord[],
  rows: readonly RowDraft[],
  position: string,
): { key: string; row: RowToSave }[] => {
  const here = new Set(rows.flatMap((row) => row.stored?.id ?? []))
  const gone = stored
    .filter(({ id }) => !here.has(id))
    .map(({ id, rev }) => ({ key: id, row: { id, rev, remove: true as const } }))
  const filled = rows.filter((row) => row.stored || Object.values(row.values).some((value) => value !== null))
  const kept = placed(filled, position).flatMap((row): { key: string; row: RowToSave }[] => {
    const values = changesOf(row)
    if (!row.stored) return [{ key: row.key, row: { values } }]
    return Object.keys(values).length === 0 ? [] : [{ key: row.key, row: { id: row.stored.id, rev: row.stored.rev, values } }]
  })
  return [...gone, ...kept]
}

/** The rows typed for a record that is yet to be made, by their field; undefined where nothing was typed in any of its tables. */
export const newRowsToSave = (typed: Readonly<Record<string, readonly RowDraft[]>>): RowsToSave | undefined => {
  const tables = Object.entries(typed)
    .map(([name, rows]) => [name, rowsToSave([], rows, '').map(({ row }) => row)] as const)
    .filter(([, rows]) => rows.length > 0)
  return tables.length > 0 ? Object.fromEntries(tables) : undefined
}

/** Lines and cells of what a spreadsheet puts on the clipboard, quoted cells with line breaks included. */
export const cellsOf = (text: string): string[][] => {
  const lines: string[][] = [['']]
  let isQuoted = false
  const cell = (more: string): void => {
    const line = lines.at(-1)
    if (line) line[line.length - 1] = `${line.at(-1) ?? ''}${more}`
  }
  const clean = text.replaceAll('\r\n', '\n').replace(/\n$/, '')
  for (let at = 0; at < clean.length; at++) {
    const sign = clean[at] ?? ''
    const isCellStart = lines.at(-1)?.at(-1) === ''
    if (isQuoted && sign === '"' && clean[at + 1] === '"') cell(clean[++at] ?? '')
    else if (sign === '"' && (isQuoted || isCellStart)) isQuoted = !isQuoted
    else if (!isQuoted && sign === '\t') lines.at(-1)?.push('')
    else if (!isQuoted && sign === '\n') lines.push([''])
    else cell(sign)
  }
  return lines
}

/** A pasted text as the column keeps it; what it does not understand stays text, for the server to complain about. */
export const valueOfText = (field: FieldMeta, text: string): Value => {
  if (text.trim() === '') return null
  const type = fieldTypeOf(field.type)
  const parsed = type?.parse(text, type.settings.parse(field.settings))
  return parsed?.ok ? parsed.value : text
}

/** Rows with a block of cells laid over them from one cell on; rows that are missing come to be, as far as there is room. */
export const pasteCells = (
  rows: readonly RowDraft[],
  at: { row: number; column: number },
  { cells, columns, max, newKey }: { cells: string[][]; columns: readonly FieldMeta[]; max: number; newKey(): string },
): { rows: RowDraft[]; isWhole: boolean } => {
  const next = [...rows]
  const fitting = cells.slice(0, Math.max(0, max - at.row))
  for (const [down, line] of fitting.entries()) {
    const row = next[at.row + down] ?? { key: newKey(), values: {} }
    const values = { ...row.values }
    for (const [right, text] of line.entries()) {
      const field = columns[at.column + right]
      if (field) values[field.name] = valueOfText(field, text)
    }
    next[at.row + down] = { ...row, values }
  }
  return { rows: next, isWhole: fitting.length === cells.length }
}

/** Rows with one cell written anew. */
export const withCell = (rows: readonly RowDraft[], at: { key: string; column: string }, value: Value): RowDraft[] =>
  rows.map((row) => (row.key === at.key ? { ...row, values: { ...row.values, [at.column]: value } } : row))

/** What a column of figures comes to; undefined for columns that are none, and for those reckoned from rows not saved yet. */
export const sumOf = (field: FieldMeta, rows: readonly RowDraft[]): number | undefined => {
  if (field.type !== 'money' && field.type !== 'number') return undefined
  const isStale = field.how !== undefined && rows.some((row) => !row.stored || Object.keys(changesOf(row)).length > 0)
  if (isStale) return undefined
  const cents = rows.map(({ values }) => Math.round(Number(values[field.name] ?? 0) * 1e6))
  return cents.some(Number.isNaN) ? undefined : cents.reduce((total, one) => total + one, 0) / 1e6
}
