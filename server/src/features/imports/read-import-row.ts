import { typeAndSettingsOf, type FieldInfo, type Issue, type ObjectInfo } from '@jieli/core'
import { fieldTypeRegistry } from '../../registries.ts'
import type { Context } from '../workspace/workspace.ts'
import type { FileRow } from './files/file-row.ts'
import { repairText } from './files/repair-text.ts'
import type { ImportMapping, ImportPolicy } from './import-queries.ts'
import { importableFields } from './require-import-right.ts'
import { openTitleIndex, type TitleIndex } from './title-index.ts'

/** A row in our fields: still text, but relations are ids already. */
export interface MappedRow {
  number: number
  raw: Record<string, unknown>
  issues: Issue[]
}

/** Turns rows of one file into our fields. Made once a run: it holds the titles that relations are found by. */
export interface RowReader {
  fields: FieldInfo[]
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
  const indexes = await openIndexes(context, used)
  return {
    fields: used,
    read: (row) => {
      const mapped: MappedRow = { number: row.number, raw: { ...defaults }, issues: [] }
      for (const { column, field } of columns) take(mapped, field, repairText(row.cells[column] ?? ''), indexes.get(field.name))
      return mapped
    },
  }
}

const openIndexes = async (context: Context, fields: readonly FieldInfo[]): Promise<Map<string, TitleIndex>> => {
  const indexes = new Map<string, TitleIndex>()
  for (const field of fields) {
    const { type } = typeAndSettingsOf(field, fieldTypeRegistry)
    const name = field.settings['object'] ?? field.type
    const target = typeof name === 'string' ? context.workspace.config.current.objects.get(name) : undefined
    if (type.isRelation && target) indexes.set(field.name, await openTitleIndex(context, target))
  }
  return indexes
}

const take = (mapped: MappedRow, field: FieldInfo, text: string, index: TitleIndex | undefined): void => {
  if (text.trim() === '') return
  if (!index) {
    mapped.raw[field.name] = text
    return
  }
  const found = index.find(text)
  if ('id' in found) mapped.raw[field.name] = found.id
  else mapped.issues.push({ path: field.name, ...found.issue })
}
