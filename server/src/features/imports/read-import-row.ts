import type { FieldInfo, Issue, ObjectInfo } from '@jieli/core'
import { listSeparators } from '@jieli/core/fields/read-list'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { FileRow } from './files/file-row.ts'
import { repairText } from './files/repair-text.ts'
import type { ImportPolicy } from './import-policy.ts'
import type { ImportMapping } from './import-queries.ts'
import { openPointerFinder } from './pointer-finder.ts'
import type { RecordFinder } from './record-finder.ts'
import { importableFields } from './require-import-right.ts'

/** A row in our fields: still text, but relations are ids already. */
export interface MappedRow {
  number: number
  raw: Record<string, unknown>
  /** Fields that cells filled; the others stand for the whole file. */
  given: Set<string>
  issues: Issue[]
}

/** Turns rows of one file into our fields. Made once a run: it holds the titles that relations are found by. */
export interface RowReader {
  fields: FieldInfo[]
  /** Finds the records that these rows name, all at once; to be called before they are read. */
  prepare(rows: readonly FileRow[]): Promise<void>
  read(row: FileRow): MappedRow
}

export interface RowPlan {
  headers: readonly string[]
  mapping: ImportMapping
  policy: ImportPolicy
}

export const openRowReader = async (context: Context, info: ObjectInfo, plan: RowPlan): Promise<RowReader> => {
  const allowed = new Map(importableFields(context, info).map((field) => [field.name, field]))
  const columns = plan.headers.flatMap((header, column) => {
    const field = allowed.get(plan.mapping[header] ?? '')
    return field ? [{ column, field }] : []
  })
  const defaults = Object.fromEntries(Object.entries(plan.policy.defaults).filter(([name]) => allowed.has(name)))
  const used = [
    ...new Set([...columns.map(({ field }) => field), ...Object.keys(defaults).flatMap((name) => allowed.get(name) ?? [])]),
  ]
  const finders = await openFinders(context, used)
  return {
    fields: used,
    prepare: async (rows) => {
      for (const { column, field } of columns)
        await finders.get(field.name)?.prepare(rows.flatMap((row) => namesIn(field, repairText(row.cells[column] ?? ''))))
    },
    read: (row) => {
      const mapped: MappedRow = { number: row.number, raw: { ...defaults }, given: new Set(), issues: [] }
      for (const { column, field } of columns) take(mapped, field, repairText(row.cells[column] ?? ''), finders.get(field.name))
      return mapped
    },
  }
}

const openFinders = async (context: Context, fields: readonly FieldInfo[]): Promise<Map<string, RecordFinder>> => {
  const finders = new Map<string, RecordFinder>()
  for (const field of fields) {
    const finder = await openPointerFinder(context, field)
    if (finder) finders.set(field.name, finder)
  }
  return finders
}

const take = (mapped: MappedRow, field: FieldInfo, text: string, finder: RecordFinder | undefined): void => {
  if (text.trim() === '') return
  mapped.given.add(field.name)
  if (!finder) {
    mapped.raw[field.name] = text
    return
  }
  const found = namesIn(field, text).map((name) => finder.find(name))
  const ids = found.flatMap((one) => ('id' in one ? [one.id] : []))
  mapped.raw[field.name] = pointsToMany(field) ? ids : ids[0]
  for (const one of found) if ('issue' in one) mapped.issues.push({ path: field.name, ...one.issue })
}

const pointsToMany = ({ type }: FieldInfo): boolean => fieldTypeRegistry[type]?.valueType === 'list'

/** The records that a cell names: one, or several with a 、 between them. */
const namesIn = (field: FieldInfo, text: string): string[] =>
  pointsToMany(field)
    ? text
        .split(listSeparators)
        .map((name) => name.trim())
        .filter((name) => name !== '')
    : [text]
